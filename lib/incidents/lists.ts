import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { servicesBySlug } from '#lib/services/queries.ts'
import type { FactsInput } from './fact-schema.ts'
import type { settleTimes } from './moments.ts'
import type { RecordIncidentInput } from './schema.ts'

type Times = ReturnType<typeof settleTimes>
type Given = z.output<typeof RecordIncidentInput>

/** What may be given of the lists; one that is left out stays as it is. Times come settled. */
export type Lists = Partial<
  Pick<Given, 'services' | 'mechanisms'> &
    Pick<FactsInput, 'locations' | 'numbers' | 'factors' | 'defences' | 'evidence'> &
    Pick<Times, 'windows' | 'mitigations' | 'roles'>
>

/** Each list that is given replaces the one that stands. Rows keep the ids they come with, so that links to them hold. */
export async function replaceLists(work: Work, incidentId: string, lists: Lists): Promise<void> {
  const { db } = work
  const of = { where: { incidentId } }
  const { services, locations, windows, numbers, defences, mitigations, evidence, roles } = lists
  if (services) await replaceServices(work, incidentId, services)
  if (locations) {
    await db.incidentLocation.deleteMany(of)
    const places = new Map(staying(locations).map((place) => [`${place.kind} ${place.name}`, place]))
    await db.incidentLocation.createMany({ data: [...places.values()].map((place) => ({ ...place, incidentId })) })
  }
  if (windows) {
    const known = await knownIds(windows, () => db.impactWindow.findMany({ ...of, select: { id: true } }))
    await db.impactWindow.deleteMany(of)
    await db.impactWindow.createMany({
      data: windows.map(({ trafficShare = null, failingShare = null, ...window }) => ({
        ...window,
        id: known(window.id) ?? newId(work.now),
        incidentId,
        trafficShare,
        failingShare,
      })),
    })
  }
  const row = rowsFor(work, incidentId)
  if (numbers) {
    const known = await knownIds(numbers, () => db.impactNumber.findMany({ ...of, select: { id: true } }))
    await db.impactNumber.deleteMany(of)
    await db.impactNumber.createMany({ data: staying(numbers).map(row(known)) })
  }
  if (defences) {
    const known = await knownIds(defences, () => db.defence.findMany({ ...of, select: { id: true } }))
    await db.defence.deleteMany(of)
    await db.defence.createMany({ data: staying(defences).map(row(known)) })
  }
  if (mitigations) {
    const known = await knownIds(mitigations, () => db.mitigation.findMany({ ...of, select: { id: true } }))
    await db.mitigation.deleteMany(of)
    await db.mitigation.createMany({
      data: mitigations.map(({ byRole = null, ...rest }) => ({ byRole, ...rest })).map(row(known)),
    })
  }
  if (evidence) {
    const known = await knownIds(evidence, () => db.incidentEvidence.findMany({ ...of, select: { id: true } }))
    await db.incidentEvidence.deleteMany(of)
    await db.incidentEvidence.createMany({ data: staying(evidence).map(row(known)) })
  }
  if (roles) await replaceRoles(work, incidentId, roles)
  if (lists.factors || lists.mechanisms) await replaceFactors(work, incidentId, lists)
}

async function replaceServices(work: Work, incidentId: string, given: Given['services']): Promise<void> {
  const services = staying(given)
  const ids = await servicesBySlug(
    work,
    services.map(({ service }) => service),
    'services',
  )
  const parts = new Map(services.map(({ service, role }) => [ids.get(service)?.id ?? '', role]))
  await work.db.incidentService.deleteMany({ where: { incidentId } })
  await work.db.incidentService.createMany({
    data: [...parts].map(([serviceId, role]) => ({ incidentId, serviceId, role })),
  })
}

/**
 * Mechanisms alone are factors of which nothing else is known: those that stand keep their sentences, new ones begin
 * without. Beside a list of factors they add what it lacks.
 */
async function replaceFactors(work: Work, incidentId: string, { factors, mechanisms }: Lists): Promise<void> {
  const { db } = work
  const standing = await db.factor.findMany({
    where: { incidentId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    omit: { incidentId: true, position: true },
  })
  const given = factors ? staying(factors) : standing.filter(({ mechanism }) => mechanisms?.includes(mechanism))
  const named = new Set(given.map(({ mechanism }) => mechanism))
  const bare = (mechanisms ?? [])
    .filter((mechanism) => !named.has(mechanism))
    .map((mechanism) => ({ id: '', mechanism, role: 'enabler' as const, text: '', evidence: '' }))
  const ids = new Set(standing.map(({ id }) => id))
  const row = rowsFor(work, incidentId)((id) => (id !== undefined && ids.has(id) ? id : undefined))
  await db.factor.deleteMany({ where: { incidentId } })
  await db.factor.createMany({ data: [...given, ...bare].map((factor, index) => row(factor, index)) })
}

/** A name that is not given stays with its role; an empty one is taken away. */
async function replaceRoles(work: Work, incidentId: string, roles: Times['roles']): Promise<void> {
  const { db } = work
  const standing = await db.incidentRole.findMany({ where: { incidentId }, include: { holder: true } })
  const holders = new Map(standing.map(({ id, holder }) => [id, holder?.name ?? '']))
  const known = (id?: string) => (id !== undefined && holders.has(id) ? id : undefined)
  const rows = roles.map(({ name, ...role }) => ({ ...role, name: name ?? holders.get(role.id ?? '') ?? '' }))
  const made = rows.map(rowsFor(work, incidentId)(known))
  await db.incidentRole.deleteMany({ where: { incidentId } })
  await db.incidentRole.createMany({ data: made.map(({ name: _, ...role }) => role) })
  await db.roleHolder.createMany({
    data: made.filter(({ name }) => name !== '').map(({ id, name }) => ({ roleId: id, name })),
  })
}

type Known = (id?: string) => string | undefined

/** An id somebody made up, or took from another incident, is none. */
async function knownIds(
  given: readonly { id?: string | undefined }[],
  standing: () => PromiseLike<{ id: string }[]>,
): Promise<Known> {
  const ids = new Set(given.some(({ id }) => id) ? (await standing()).map(({ id }) => id) : [])
  return (id) => (id !== undefined && ids.has(id) ? id : undefined)
}

const rowsFor =
  ({ now }: Work, incidentId: string) =>
  (known: Known) =>
  <Row extends { id?: string | undefined }>(row: Row, position: number) => ({
    ...row,
    id: known(row.id) ?? newId(now),
    incidentId,
    position,
  })

const staying = <Row extends { remove?: boolean | undefined }>(rows: readonly Row[]): Omit<Row, 'remove'>[] =>
  rows.filter(({ remove }) => !remove).map(({ remove: _, ...row }) => row)
