import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import { daysBetween } from './glide.ts'
import type { HealthFacts } from './health.ts'

/** Action items of a program that were accepted and not done at a moment, as far as the whole company sees them. */
export async function itemsAt(db: Work['db'], programId: string, at: Date): Promise<HealthFacts['items']> {
  const newest = { where: { at: { lte: at } }, orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }
  const since = { at: { gt: at } }
  const rows = await db.actionItem.findMany({
    where: {
      assignments: { some: { programId } },
      AND: [
        { OR: [{ postmortemId: null }, { postmortem: { visibility: 'company' } }] },
        // What is closed, and of which nothing was said since, was closed then.
        { OR: [{ closed: false }, { steps: { some: since } }, { commitments: { some: since } }] },
      ],
    },
    select: {
      id: true,
      number: true,
      priority: true,
      dueOn: true,
      team: { select: { zone: true } },
      assignments: newest,
      commitments: newest,
      steps: newest,
    },
  })
  const open = rows.filter(
    ({ assignments: [assigned], commitments: [decided], steps: [step] }) =>
      assigned?.programId === programId &&
      decided?.kind === 'accepted' &&
      step?.kind !== 'verified' &&
      step?.kind !== 'dropped',
  )
  const dueOn = await dueOnAt(db, open, at)
  return open.map(({ id, number, priority, team }) => ({
    number,
    priority,
    lateDays: Math.max(0, daysBetween(dueOn.get(id) ?? '', localDate(at, team.zone))),
  }))
}

const Moved = z.object({ dueOn: z.object({ from: z.iso.date(), to: z.iso.date() }) })

/** Dates that moved since are moved back: the history of an item keeps where each came from. */
async function dueOnAt(db: Work['db'], items: { id: string; dueOn: Date }[], at: Date): Promise<Map<string, string>> {
  const dueOn = new Map(items.map((item) => [item.id, localFromDate(item.dueOn)]))
  if (items.length === 0) return dueOn
  const since = await db.event.findMany({
    where: { subjectKind: 'action_item', subjectId: { in: [...dueOn.keys()] }, at: { gt: at } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { subjectId: true, data: true },
  })
  for (const { subjectId, data } of since) {
    const moved = Moved.safeParse(data)
    if (moved.success) dueOn.set(subjectId, moved.data.dueOn.from)
  }
  return dueOn
}
