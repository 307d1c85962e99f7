import type { Db, Work } from '#lib/context.ts'
import { dueDates } from '#lib/review-rules/deadlines.ts'
import { readRulebook } from '#lib/review-rules/queries.ts'
import { isOverdue } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'

/** What is due next of a postmortem, on which day where its team is. */
export type Due = { what: 'draft' | 'publication'; dueOn: string; overdue: boolean; terms: string }

/** Unpublished postmortems are few; of thousands, the newest count. */
const UNPUBLISHED_MAX = 2_000

const waiting = {
  state: { notIn: ['published', 'retracted'] as const },
  publishedAt: null,
  supersession: null,
  incident: { mitigatedAt: { not: null } },
} satisfies Prisma.PostmortemWhereInput

const grounds = {
  id: true,
  number: true,
  title: true,
  teamId: true,
  leadId: true,
  team: { select: { zone: true } },
  incident: { select: { severity: true, mitigatedAt: true } },
  // Asking for a review is what ends the first draft.
  _count: { select: { reviews: true } },
} satisfies Prisma.PostmortemSelect
type Grounds = Prisma.PostmortemGetPayload<{ select: typeof grounds }>

export type Waiting = Pick<Grounds, 'id' | 'number' | 'title' | 'teamId' | 'leadId'> & { zone: string; due: Due }

/** What is due of these postmortems, by number. What is published, or has no incident that ended, is due no more. */
export async function dueOf(work: Work, numbers: readonly number[]): Promise<Map<number, Due>> {
  if (numbers.length === 0) return new Map()
  const found = await allWaiting(work, { number: { in: [...numbers] } })
  return new Map(found.map(({ number, due }) => [number, due]))
}

/** Which of those this actor may see are late. */
export async function lateNumbers(work: Work): Promise<number[]> {
  return (await allWaiting(work)).filter(({ due }) => due.overdue).map(({ number }) => number)
}

export async function allWaiting(
  { db, now }: { db: Db; now: Date },
  where: Prisma.PostmortemWhereInput = {},
): Promise<Waiting[]> {
  const rows = await db.postmortem.findMany({
    where: { ...waiting, state: { notIn: [...waiting.state.notIn] }, ...where },
    select: grounds,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: UNPUBLISHED_MAX,
  })
  const rulebook = await readRulebook({ db })
  return rows.flatMap(({ team: { zone }, incident, _count, ...row }) => {
    if (!incident?.mitigatedAt) return []
    const { mitigatedAt, severity } = incident
    const rule = rulebook.rule(severity, row.teamId)
    const dates = dueDates(rule, { mitigatedAt, zone, holidays: rulebook.holidays(row.teamId) })
    const what = _count.reviews === 0 ? ('draft' as const) : ('publication' as const)
    const dueOn = what === 'draft' ? dates.draft : dates.publish
    const days = what === 'draft' ? rule.draftDays : rule.publishDays
    const terms = `${days} ${rule.businessDays ? 'business days' : 'days'} after mitigation`
    return [{ ...row, zone, due: { what, dueOn, overdue: isOverdue({ dueOn, zone, now }), terms } }]
  })
}
