import type { Work } from '#lib/context.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { servicesBySlug } from '#lib/services/queries.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { lockProgram } from './queries.ts'

/** The person a row is kept of, where it is a person. */
export const me = ({ actor }: Work): string | null => (actor.kind === 'person' ? actor.personId : null)

/** Null stays null. */
export async function activePerson({ db }: Work, id: string | null | undefined, field: string): Promise<string | null> {
  if (!id) return null
  const person = await db.person.findUnique({ where: { id }, select: { deactivatedAt: true } })
  return person && !person.deactivatedAt ? id : refuse(invalid(field, 'Choose somebody who is active here.'))
}

export async function setTeams(
  work: Work,
  programId: string,
  given: readonly { team: string; contact?: string | null | undefined }[],
): Promise<void> {
  const rows = new Map<string, string | null>()
  for (const { team, contact } of given)
    rows.set((await teamBySlug(work, team, 'teams')).id, await activePerson(work, contact, 'teams'))
  await work.db.programTeam.deleteMany({ where: { programId } })
  await work.db.programTeam.createMany({
    data: [...rows].map(([teamId, contactId]) => ({ programId, teamId, contactId })),
  })
}

export async function setServices(work: Work, programId: string, slugs: readonly string[]): Promise<void> {
  const found = await servicesBySlug(work, slugs, 'services')
  await work.db.programService.deleteMany({ where: { programId } })
  await work.db.programService.createMany({
    data: [...found.values()].map(({ id }) => ({ programId, serviceId: id })),
  })
}

type Ref = { number: number; id: string }

/** A part of a program, with the program that says who may change it. */
export async function milestoneOf(work: Work, { number, id }: Ref) {
  const program = await lockProgram(work, number)
  const milestone = await work.db.milestone.findFirst({
    where: { id, programId: program.id },
    include: { plans: newest, steps: newest },
  })
  return { ...program, milestone: milestone ?? refuse(notFound) }
}

export async function kpiOf(work: Work, { number, id }: Ref) {
  const program = await lockProgram(work, number)
  const kpi = await work.db.kpi.findFirst({ where: { id, programId: program.id }, include: { plans: newest } })
  return { ...program, kpi: kpi ?? refuse(notFound) }
}

export async function riskOf(work: Work, { number, id }: Ref) {
  const program = await lockProgram(work, number)
  const risk = await work.db.programRisk.findFirst({
    where: { id, programId: program.id },
    include: { assessments: newest },
  })
  return { ...program, risk: risk ?? refuse(notFound) }
}

const newest = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }
