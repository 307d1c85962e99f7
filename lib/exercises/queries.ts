import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { brief, presentExercise, presentListed, whole } from './present.ts'
import type { ExerciseListed, ExerciseOut, ListExercisesInput } from './schema.ts'

export type ExerciseFilter = z.output<typeof ListExercisesInput>
export const statuses = ['all', 'planned', 'running', 'finished', 'due', 'called_off'] as const

/** The newest plan first. */
export async function listExercises(work: Work, input: ExerciseFilter): Promise<Page<ExerciseListed>> {
  if (input.status === 'due') return dueExercises(work, input)
  const after = decodeCursor(input.cursor, z.iso.date(), z.guid())
  const on = after && dateFromLocal(after[0])
  const rows = await work.db.exercise.findMany({
    where: {
      AND: [
        matching(input),
        after && on ? { OR: [{ plannedOn: { lt: on } }, { plannedOn: on, id: { lt: after[1] } }] } : {},
      ],
    },
    include: brief,
    orderBy: [{ plannedOn: 'desc' }, { id: 'desc' }],
    take: input.limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, input.limit, ({ plannedOn, id }) => [
    plannedOn.toISOString().slice(0, 10),
    id,
  ])
  return { items: items.map((row) => presentListed(row, work.now)), nextCursor }
}

/** More than anybody runs in a year; what ended longer ago than that is aged whatever its kind. */
const FINISHED_MAX = 2_000

/** Those whose evidence ends within a month or has ended, unless the same was run again since: what ended first comes first. */
async function dueExercises(work: Work, input: ExerciseFilter): Promise<Page<ExerciseListed>> {
  const due = await everyDue(work, input)
  const from = Number(decodeCursor(input.cursor, z.number())?.[0] ?? 0)
  const next = from + input.limit
  const { items, nextCursor } = pageOf(due.slice(from, next + 1), input.limit, () => [next])
  return { items, nextCursor }
}

async function everyDue({ db, now }: Work, input: ExerciseFilter): Promise<ExerciseListed[]> {
  const rows = await db.exercise.findMany({
    where: matching({ ...input, status: 'finished' }),
    include: brief,
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    take: FINISHED_MAX,
  })
  const seen = new Set<string>()
  const due: ExerciseListed[] = []
  for (const row of rows) {
    const listed = presentListed(row, now)
    const same = `${row.kind} ${row.fault ?? ''} ${listed.services.map(({ slug }) => slug).join(' ')} ${row.target}`
    if (seen.has(same)) continue
    if (listed.evidence !== 'none') seen.add(same)
    if (listed.evidence === 'due' || listed.evidence === 'aged') due.push(listed)
  }
  return due.toSorted((a, b) => (a.validUntil ?? '').localeCompare(b.validUntil ?? '', 'en'))
}

/** How many there are of each status, under the same other filters. */
export async function countExercises(
  work: Work,
  input: ExerciseFilter,
): Promise<Record<ExerciseFilter['status'], number>> {
  const count = (status: ExerciseFilter['status']) => work.db.exercise.count({ where: matching({ ...input, status }) })
  return {
    planned: await count('planned'),
    running: await count('running'),
    finished: await count('finished'),
    called_off: await count('called_off'),
    due: (await everyDue(work, input)).length,
    all: await count('all'),
  }
}

function matching(filter: ExerciseFilter): Prisma.ExerciseWhereInput {
  const { q, status, kind, environment, outcome, team, service, owner, program } = filter
  return {
    ...(q && { title: { contains: q, mode: 'insensitive' } }),
    ...(status !== 'all' && status !== 'due' && { state: status }),
    ...(kind && { kind }),
    ...(environment && { environment }),
    ...(outcome && { outcome }),
    ...(team && { team: { slug: team } }),
    ...(service && { services: { some: { service: { slug: service } } } }),
    ...(owner && { ownerId: owner }),
    ...(program && { program: { number: program } }),
  }
}

export async function getExercise(work: Work, number: number): Promise<ExerciseOut> {
  const row = await work.db.exercise.findUnique({ where: { number }, include: whole })
  return row ? presentExercise(row, work.now) : refuse(notFound)
}

export async function exerciseById(work: Work, id: string): Promise<ExerciseOut> {
  return presentExercise(await work.db.exercise.findUniqueOrThrow({ where: { id }, include: whole }), work.now)
}

/** The row as policy and transitions need it, locked until the transaction ends. */
export async function lockExercise({ db }: Work, number: number) {
  await db.$queryRaw`select 1 from "Exercise" where "number" = ${number} for update`
  return (await db.exercise.findUnique({ where: { number } })) ?? refuse(notFound)
}

/** For choosing one in a form: the newest 300. */
export async function listExerciseOptions({ db }: Work): Promise<{ number: number; title: string }[]> {
  return db.exercise.findMany({
    where: { state: { not: 'called_off' } },
    select: { number: true, title: true },
    orderBy: [{ plannedOn: 'desc' }, { id: 'desc' }],
    take: 300,
  })
}

/** The finding somebody makes an item or an entry of. */
export async function getFinding({ db }: Work, id: string) {
  const row = await db.finding.findUnique({
    where: { id },
    include: {
      exercise: { include: { team: true, services: { include: { service: { select: { slug: true } } } } } },
    },
  })
  if (!row) return refuse(notFound)
  const { text, severity, mechanism, exercise } = row
  return {
    id,
    text,
    severity,
    mechanism,
    team: exercise.team.slug,
    services: exercise.services.map(({ service }) => service.slug),
    exercise: { number: exercise.number, title: exercise.title },
  }
}
