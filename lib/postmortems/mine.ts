import type { Work } from '#lib/context.ts'
import { listed, presentListed } from './present.ts'
import type { PostmortemListed } from './schema.ts'

/** A home page shows a handful of each; the lists behind them have everything. */
const FEW = 6

export type Mine = { leading: PostmortemListed[]; toReview: PostmortemListed[]; recent: PostmortemListed[] }

/** What waits for this person, and what was published lately. */
export async function listMine({ db, actor }: Work): Promise<Mine> {
  const personId = actor.kind === 'person' ? actor.personId : null
  const newest = { orderBy: { updatedAt: 'desc' }, take: FEW, include: listed } as const
  const leading = personId
    ? await db.postmortem.findMany({
        where: { leadId: personId, state: { notIn: ['published', 'retracted'] } },
        ...newest,
      })
    : []
  const waiting = {
    some: { reviewers: { some: { personId: personId ?? '' } }, decisions: { none: { personId: personId ?? '' } } },
  }
  const toReview = personId
    ? await db.postmortem.findMany({ where: { state: 'in_review', reviews: waiting }, ...newest })
    : []
  const recent = await db.postmortem.findMany({
    where: { state: 'published' },
    orderBy: { publishedAt: 'desc' },
    take: FEW,
    include: listed,
  })
  return {
    leading: leading.map(presentListed),
    toReview: toReview.map(presentListed),
    recent: recent.map(presentListed),
  }
}
