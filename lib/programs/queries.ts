import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { localDate } from '#lib/time.ts'
import { daysBetween } from './glide.ts'
import type { Standing } from './model.ts'
import { presentProgram, whole } from './present.ts'
import type { ProgramOut } from './schema.ts'

export async function getProgram(work: Work, number: number): Promise<ProgramOut> {
  const row = await work.db.program.findUnique({ where: { number }, include: whole })
  return row ? presentProgram(row) : refuse(notFound)
}

export async function programById(work: Work, id: string): Promise<ProgramOut> {
  return presentProgram(await work.db.program.findUniqueOrThrow({ where: { id }, include: whole }))
}

/** The row as policy and transitions need it, locked until the transaction ends. */
export async function lockProgram({ db }: Work, number: number) {
  await db.$queryRaw`select 1 from "Program" where "number" = ${number} for update`
  return subjectOf(await db.program.findUnique({ where: { number }, include: subjectParts }))
}

/** For buttons: the same row, and nobody has to wait for it. */
export async function readProgram({ db }: Work, number: number) {
  return subjectOf(await db.program.findUnique({ where: { number }, include: subjectParts }))
}

const subjectParts = { teams: { select: { contactId: true, teamId: true } } } as const

function subjectOf<Row extends { teams: { contactId: string | null }[] }>(row: Row | null) {
  if (!row) return refuse(notFound)
  return { ...row, contactIds: row.teams.flatMap(({ contactId }) => contactId ?? []) }
}

export type ProgramSubject = Awaited<ReturnType<typeof lockProgram>>

/** What the transitions ask of a program. */
export async function standingOf({ db, now }: Work, program: ProgramSubject): Promise<Standing> {
  const { id, state, sponsorId, exitCriteria, teams, zone, createdAt } = program
  const step = await db.programStep.findFirst({ where: { programId: id }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const measures =
    (await db.milestone.count({ where: { programId: id } })) + (await db.kpi.count({ where: { programId: id } }))
  const days = daysBetween(localDate(step?.at ?? createdAt, zone), localDate(now, zone))
  return { state, sponsorId, exitCriteria, teams: teams.length, measures, days }
}

export type ProgramOption = { number: number; name: string }

/** Those that take something in: everything that has not ended. */
export async function listProgramOptions({ db }: Work): Promise<ProgramOption[]> {
  return db.program.findMany({
    where: { state: { notIn: ['closed', 'stopped'] } },
    select: { number: true, name: true },
    orderBy: { name: 'asc' },
    // More running programs than this no company carries; a list to choose from ends somewhere.
    take: 200,
  })
}

/** What it watches now, in the order in which it began to. */
export async function watchesOf({ db }: Work, number: number) {
  return db.watch.findMany({
    where: { program: { number }, endedAt: null },
    select: { id: true, mechanism: true, maxTier: true, inScope: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
}
