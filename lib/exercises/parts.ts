import type { Work } from '#lib/context.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { servicesBySlug } from '#lib/services/queries.ts'

type Parts = { services?: string[] | undefined; risks?: number[] | undefined; incidents?: number[] | undefined }

/** What an exercise is linked with, replaced as far as this actor sees it; what was not given stays. */
export async function setParts(work: Work, exerciseId: string, { services, risks, incidents }: Parts): Promise<void> {
  const { db } = work
  if (services) {
    const found = await servicesBySlug(work, services, 'services')
    await db.exerciseService.deleteMany({ where: { exerciseId } })
    await db.exerciseService.createMany({ data: [...found.values()].map(({ id }) => ({ exerciseId, serviceId: id })) })
  }
  if (risks) {
    const found = await db.risk.findMany({ where: { number: { in: risks } }, select: { id: true } })
    if (found.length < new Set(risks).size) refuse(invalid('risks', 'Choose entries that are in the register.'))
    await db.exerciseRisk.deleteMany({ where: { exerciseId } })
    await db.exerciseRisk.createMany({ data: found.map(({ id }) => ({ exerciseId, riskId: id })) })
  }
  if (incidents) {
    const found = await db.incident.findMany({ where: { number: { in: incidents } }, select: { id: true } })
    if (found.length < new Set(incidents).size) refuse(invalid('incidents', 'Choose incidents that you can see.'))
    await db.exerciseIncident.deleteMany({ where: { exerciseId } })
    await db.exerciseIncident.createMany({ data: found.map(({ id }) => ({ exerciseId, incidentId: id })) })
  }
}

/** Null stays null: a team may plan before a person does. */
export async function activeOwner({ db }: Work, owner: string | null | undefined): Promise<string | null> {
  if (!owner) return null
  const person = await db.person.findUnique({ where: { id: owner }, select: { deactivatedAt: true } })
  return person && !person.deactivatedAt ? owner : refuse(invalid('owner', 'Choose somebody who is active here.'))
}

export async function programId({ db }: Work, number: number | null | undefined): Promise<string | null> {
  if (!number) return null
  const program = await db.program.findUnique({ where: { number }, select: { id: true } })
  return program?.id ?? refuse(invalid('program', 'Choose a program from the list.'))
}
