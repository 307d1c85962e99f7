import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { changedSinceReview } from './changed.ts'
import { type Due, dueOf } from './due.ts'
import { loadForPolicy } from './queries.ts'
import { getSupersession, type Superseded } from './supersession.ts'

export type Notices = {
  superseded: Superseded | null
  supersedes: { number: number; title: string }[]
  due: Due | null
  approvedEarlier: number | null
}

/** What stands above a postmortem's text for this reader. */
export async function getNotices(work: Work, number: number): Promise<Notices> {
  const row = await loadForPolicy(work, number)
  const mayCompare = row.state === 'approved' && can(work.actor, 'edit', 'postmortem', row).allowed
  const changed = mayCompare && (await changedSinceReview(work, row))
  return {
    ...(await getSupersession(work, number)),
    due: (await dueOf(work, [number])).get(number) ?? null,
    approvedEarlier: changed ? (row.reviews[0]?.revision.ordinal ?? null) : null,
  }
}
