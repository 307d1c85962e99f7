import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { earlierItems, presentEarlier } from './earlier.ts'
import { regresses } from './model.ts'
import type { RecurrenceOut } from './schema.ts'

/** What is asked of an incident: each earlier item with how it was then, how it is now, and what was answered last. */
export async function recurrencesOf(work: Work, incidentId: string): Promise<RecurrenceOut[]> {
  const items = await earlierItems(work, incidentId)
  if (items.length === 0) return []
  const answers = await work.db.recurrence.findMany({
    where: { incidentId, actionItemId: { in: items.map(({ row }) => row.id) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const newest = new Map(answers.map((row) => [row.actionItemId, row]))
  const people = await work.db.person.findMany({
    where: { id: { in: answers.flatMap(({ byId }) => byId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return items.map((item) => {
    const given = newest.get(item.row.id)
    return {
      earlier: presentEarlier(item),
      now: { commitment: item.row.commitment, progress: item.row.progress },
      regresses: regresses(item.row, item),
      answer: given
        ? {
            answer: given.answer,
            reason: given.reason,
            at: given.at.toISOString(),
            by: names.get(given.byId ?? '') ?? null,
          }
        : null,
    }
  })
}

export async function listRecurrences(work: Work, number: number): Promise<{ number: number; items: RecurrenceOut[] }> {
  const incident = await work.db.incident.findUnique({ where: { number }, select: { id: true } })
  return incident ? { number, items: await recurrencesOf(work, incident.id) } : refuse(notFound)
}
