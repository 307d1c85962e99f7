import type { Work } from '#lib/context.ts'
import { all, type Decision, when } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import { changedSincePublication, changedSinceReview } from './changed.ts'
import { mayAmend, mayDecide, mayPublish, mayRequestReview, mayRetract } from './model.ts'
import { type LockedPostmortem, loadForPolicy } from './queries.ts'

export type Standing = Record<'edit' | 'requestReview' | 'decide' | 'publish' | 'amend' | 'retract', Decision>

/** What this actor may do next, with the reason where they may not: the same answers the commands would give. */
export async function getStanding(work: Work, number: number): Promise<Standing> {
  const row = await loadForPolicy(work, number)
  const edit = can(work.actor, 'edit', 'postmortem', row)
  const publish = can(work.actor, 'publish', 'postmortem', row)
  const { review } = await pinnedTemplate(work, row)
  // The working text is compared only for those who may see it.
  const changed = edit.allowed && row.state === 'approved' ? await changedSinceReview(work, row) : false
  const amended = edit.allowed && row.state === 'published' ? await changedSincePublication(work, row) : false
  return {
    edit,
    requestReview: all(edit, mayRequestReview(row.state)),
    decide: all(mayDecide(row.state), can(work.actor, 'review', 'postmortem', row), asked(work, row)),
    publish: all(publish, mayPublish({ state: row.state, review, changed })),
    amend: all(publish, mayAmend({ state: row.state, changed: amended })),
    retract: all(publish, mayRetract(row.state)),
  }
}

function asked({ actor }: Work, { reviews: [latest] }: LockedPostmortem): Decision {
  const mine = actor.kind === 'person' && latest?.reviewers.some(({ personId }) => personId === actor.personId)
  return when(mine === true, 'You were not asked to review the newest text.')
}
