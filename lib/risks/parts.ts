import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { servicesBySlug } from '#lib/services/queries.ts'
import { riskIds } from './queries.ts'

type Parts = {
  services?: string[] | undefined
  incidents?: number[] | undefined
  dependsOn?: number[] | undefined
  items?: number[] | undefined
}

/** What an entry is linked with, replaced as far as this actor sees it; what was not given stays. */
export async function setParts(work: Work, riskId: string, { services, incidents, dependsOn, items }: Parts) {
  const { db } = work
  if (services) {
    const found = await servicesBySlug(work, services, 'services')
    await db.riskService.deleteMany({ where: { riskId } })
    await db.riskService.createMany({ data: [...found.values()].map(({ id }) => ({ riskId, serviceId: id })) })
  }
  if (incidents) {
    const found = await db.incident.findMany({ where: { number: { in: incidents } }, select: { id: true } })
    if (found.length < new Set(incidents).size) refuse(invalid('incidents', 'Choose incidents that you can see.'))
    await db.riskIncident.deleteMany({ where: { riskId } })
    await db.riskIncident.createMany({ data: found.map(({ id }) => ({ riskId, incidentId: id })) })
  }
  if (dependsOn) {
    const found = await riskIds(work, dependsOn, 'dependsOn')
    if (found.includes(riskId)) refuse(invalid('dependsOn', 'An entry does not depend on itself.'))
    await db.riskDependency.deleteMany({ where: { fromId: riskId } })
    await db.riskDependency.createMany({ data: found.map((toId) => ({ fromId: riskId, toId })) })
  }
  if (items) await setItems(work, riskId, items)
}

async function setItems({ db, now }: Work, riskId: string, items: number[]): Promise<void> {
  const found = await db.actionItem.findMany({ where: { number: { in: items } }, select: { id: true } })
  if (found.length < new Set(items).size) refuse(invalid('items', 'Choose action items that you can see.'))
  await db.itemSource.deleteMany({ where: { riskId } })
  await db.itemSource.createMany({ data: found.map(({ id }) => ({ id: newId(now), actionItemId: id, riskId })) })
}

/** Null stays null: a team may hold an entry before a person does. */
export async function activePerson({ db }: Work, id: string | null | undefined, field: string): Promise<string | null> {
  if (!id) return null
  const person = await db.person.findUnique({ where: { id }, select: { deactivatedAt: true } })
  return person && !person.deactivatedAt ? id : refuse(invalid(field, 'Choose somebody who is active here.'))
}

export async function programId({ db }: Work, number: number | null | undefined): Promise<string | null> {
  if (!number) return null
  const program = await db.program.findUnique({ where: { number }, select: { id: true } })
  return program?.id ?? refuse(invalid('program', 'Choose a program from the list.'))
}
