import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { namesOf } from '#lib/people/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate, localFromDate } from '#lib/time.ts'
import { verdicts } from './vocabulary.ts'
import { mondayOf } from './weeks.ts'

export type UpdateOut = {
  id: string
  team: { slug: string; name: string }
  weekOf: string
  lines: Record<'done' | 'next' | 'blocked' | 'numbers' | 'ask', string>
  by: string
  at: Date
}

/** The newest update of each team and week, newest week first. */
export async function updatesOf(work: Work, number: number, weeks = 4): Promise<UpdateOut[]> {
  const program =
    (await work.db.program.findUnique({ where: { number }, select: { id: true, zone: true } })) ?? refuse(notFound)
  const first = addDays(mondayOf(localDate(work.now, program.zone)), -7 * (weeks - 1))
  const rows = await work.db.programUpdate.findMany({
    where: { programId: program.id, weekOf: { gte: dateFromLocal(first) } },
    include: { team: { select: { slug: true, name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const newest = [...new Map(rows.map((row) => [`${row.weekOf.toISOString()} ${row.teamId}`, row])).values()]
  const name = await namesOf(
    work,
    newest.map(({ byId }) => byId),
  )
  return newest
    .map(({ id, team, weekOf, done, next, blocked, numbers, ask, byId, at }) => ({
      id,
      team,
      weekOf: localFromDate(weekOf),
      lines: { done, next, blocked, numbers, ask },
      by: name(byId),
      at,
    }))
    .sort((a, b) => (a.weekOf === b.weekOf ? (a.team.name < b.team.name ? -1 : 1) : a.weekOf < b.weekOf ? 1 : -1))
}

const Verdicts = z.array(
  z.object({
    criterion: z.string(),
    verdict: z.enum(Object.keys(verdicts) as [keyof typeof verdicts]),
    note: z.string(),
  }),
)

export type ReportOut = {
  id: string
  kind: 'monthly' | 'quarterly'
  from: string
  until: string
  draft: string
  judgement: string
  verdicts: z.output<typeof Verdicts>
  by: string
  at: Date
}

export async function reportsOf(work: Work, number: number): Promise<ReportOut[]> {
  const rows = await work.db.programReport.findMany({
    where: { program: { number } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    // Two years of months.
    take: 24,
  })
  const name = await namesOf(
    work,
    rows.map(({ byId }) => byId),
  )
  return rows.map(({ id, kind, from, until, draft, judgement, verdicts: given, byId, at }) => ({
    id,
    kind,
    draft,
    judgement,
    by: name(byId),
    at,
    from: localFromDate(from),
    until: localFromDate(until),
    verdicts: Verdicts.catch([]).parse(given),
  }))
}

export type DecisionOut = { id: string; text: string; reason: string; by: string; at: Date }

export async function decisionsOf(work: Work, number: number): Promise<DecisionOut[]> {
  const rows = await work.db.programDecision.findMany({
    where: { program: { number } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  const name = await namesOf(
    work,
    rows.map(({ byId }) => byId),
  )
  return rows.map(({ id, text, reason, byId, at }) => ({ id, text, reason, by: name(byId), at }))
}
