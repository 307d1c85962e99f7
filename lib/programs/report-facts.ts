import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import { getHealth } from './condition.ts'
import type { ReportFacts } from './draft.ts'
import { itemsAt } from './facts-items.ts'
import { watchedIncidents } from './incidents.ts'
import { getMeasures } from './measures.ts'
import { updatesOf } from './telling.ts'
import { startOfDay } from './weeks.ts'

export type Period = { from: string; until: string }

/**
 * Everything a report is drafted from. A report is kept as text and read by the whole company, so it counts only what the
 * whole company can see, whoever writes it.
 */
export async function reportFacts(work: Work, number: number, { from, until }: Period): Promise<ReportFacts> {
  const { db, now } = work
  const program = (await db.program.findUnique({ where: { number } })) ?? refuse(notFound)
  const [start, end] = [startOfDay(from, program.zone), startOfDay(addDays(until, 1), program.zone)]
  const at = new Date(Math.min(end.getTime(), now.getTime()))
  const health = await getHealth(work, number)
  const items = await itemsAt(db, program.id, at)
  const open = { OR: [{ postmortemId: null }, { postmortem: { visibility: 'company' as const } }] }
  const within = { gte: start, lt: end }
  return {
    objective: program.objective,
    from,
    until,
    health: health.computed,
    before: health.weeks,
    measures: await getMeasures(work, number),
    items: {
      open: items.length,
      late: items.filter(({ lateDays }) => lateDays > 0).length,
      accepted: await db.actionItem.count({ where: { programId: program.id, acceptedAt: within, ...open } }),
      done: await db.actionItem.count({ where: { programId: program.id, firstDoneAt: within, ...open } }),
    },
    incidents: await incidentsIn(work, program.id, { start, at }),
    decisions: await db.programDecision.findMany({
      where: { programId: program.id, at: within },
      select: { text: true },
      orderBy: { at: 'asc' },
    }),
    updates: (await updatesOf(work, number, 14))
      .filter(({ weekOf }) => weekOf >= addDays(from, -6) && weekOf <= until)
      .map(({ team, weekOf, lines: { done, blocked, ask } }) => ({ team: team.name, weekOf, done, blocked, ask })),
  }
}

async function incidentsIn({ db }: Work, id: string, { start, at }: { start: Date; at: Date }) {
  const program = await db.program.findUniqueOrThrow({ where: { id } })
  const from = localDate(start, program.zone)
  return watchedIncidents(db, { ...program, startOn: dateFromLocal(from) }, at)
}
