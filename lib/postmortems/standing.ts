import type { Actor } from '#lib/actor.ts'
import type { Work } from '#lib/context.ts'
import { all, type Decision, when } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import type { Template } from '#lib/templates/schema.ts'
import { changedSincePublication, changedSinceReview } from './changed.ts'
import { mayAmend, mayDecide, mayPublish, mayRequestReview, mayRetract } from './model.ts'
import { type LockedPostmortem, loadForPolicy } from './queries.ts'

export type Standing = Record<'edit' | 'requestReview' | 'decide' | 'publish' | 'amend' | 'retract', Decision>

type Grounds = {
  row: LockedPostmortem
  review: Template['review']
  /** Whether the working text is another than the one reviewers or readers were shown. */
  changed: boolean
}

/** What an actor may do next, with the reason where they may not: the same answers the commands would give. */
export function standingOf(actor: Actor, { row, review, changed }: Grounds): Standing {
  const { state } = row
  const edit = can(actor, 'edit', 'postmortem', row)
  const publish = can(actor, 'publish', 'postmortem', row)
  return {
    edit,
    requestReview: all(edit, mayRequestReview(state)),
    decide: all(mayDecide(state), can(actor, 'review', 'postmortem', row), asked(actor, row)),
    publish: all(publish, mayPublish({ state, review, changed: state === 'approved' && changed })),
    amend: all(publish, mayAmend({ state, changed: state === 'published' && changed })),
    retract: all(publish, mayRetract(state)),
  }
}

export async function getStanding(work: Work, number: number): Promise<Standing> {
  const row = await loadForPolicy(work, number)
  return standingOf(work.actor, {
    row,
    review: (await pinnedTemplate(work, row)).review,
    changed: mayCompare(work.actor, row) && (await changedSinceShown(work, row)),
  })
}

/** The working text is compared only for those who may see it. */
export const mayCompare = (actor: Actor, row: LockedPostmortem) =>
  (row.state === 'approved' || row.state === 'published') && can(actor, 'edit', 'postmortem', row).allowed

export const changedSinceShown = (work: Work, row: LockedPostmortem): Promise<boolean> =>
  row.state === 'approved' ? changedSinceReview(work, row) : changedSincePublication(work, row)

function asked(actor: Actor, { reviews: [latest] }: LockedPostmortem): Decision {
  const mine = actor.kind === 'person' && latest?.reviewers.some(({ personId }) => personId === actor.personId)
  return when(mine === true, 'You were not asked to review the newest text.')
}
