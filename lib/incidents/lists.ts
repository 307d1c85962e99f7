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
export const replaceLists = (work: Work, incidentId: string, lists: Lists): Promise<void> =>
  writeLists(work, { incidentId, fresh: false }, lists)

/** The first ones of an incident: there is nothing that they would replace. */
export const insertLists = (work: Work, incidentId: string, lists: Lists): Promise<void> =>
  writeLists(work, { incidentId, fresh: true }, lists)

type Of = { incidentId: string; fresh: boolean }

async function writeLists(work: Work, of: Of, lists: Lists): Promise<void> {
  const { db } = work
  const { incidentId } = of
  const standing = { where: { incidentId }, select: { id: true } } as const
  const clear = clearing(of)
  const { services, locations, windows, numbers, defences, mitigations, evidence, roles } = lists
  if (services) await writeServices(work, of, services)
  if (locations) {
    await clear(db.incidentLocation)
    const places = new Map(staying(locations).map((place) => [`${place.kind} ${place.name}`, place]))
    await db.incidentLocation.createMany({ data: [...places.values()].map((place) => ({ ...place, incidentId })) })
  }
  if (windows) {
    const known = await knownIds(windows, () => db.impactWindow.findMany(standing))
    await clear(db.impactWindow)
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
    const known = await knownIds(numbers, () => db.impactNumber.findMany(standing))
    await clear(db.impactNumber)
    await db.impactNumber.createMany({ data: staying(numbers).map(row(known)) })
  }
  if (defences) {
    const known = await knownIds(defences, () => db.defence.findMany(standing))
    await clear(db.defence)
    await db.defence.createMany({ data: staying(defences).map(row(known)) })
  }
  if (mitigations) {
    const known = await knownIds(mitigations, () => db.mitigation.findMany(standing))
    await clear(db.mitigation)
    await db.mitigation.createMany({
      data: mitigations.map(({ byRole = null, ...rest }) => ({ byRole, ...rest })).map(row(known)),
    })
  }
  if (evidence) {
    const known = await knownIds(evidence, () => db.incidentEvidence.findMany(standing))
    await clear(db.incidentEvidence)
    await db.incidentEvidence.createMany({ data: staying(evidence).map(row(known)) })
  }
  if (roles) await writeRoles(work, of, roles)
  if (lists.factors || lists.mechanisms) await writeFactors(work, of, lists)
}

async function writeServices(work: Work, of: Of, given: Given['services']): Promise<void> {
  const services = staying(given)
  const ids = await servicesBySlug(
    work,
    services.map(({ service }) => service),
    'services',
  )
  const parts = new Map(services.map(({ service, role }) => [ids.get(service)?.id ?? '', role]))
  await clearing(of)(work.db.incidentService)
  await work.db.incidentService.createMany({
    data: [...parts].map(([serviceId, role]) => ({ incidentId: of.incidentId, serviceId, role })),
  })
}

/**
 * Mechanisms alone are factors of which nothing else is known: those that stand keep their sentences, new ones begin
 * without. Beside a list of factors they add what it lacks.
 */
async function writeFactors(work: Work, of: Of, { factors, mechanisms }: Lists): Promise<void> {
  const { db } = work
  const { incidentId, fresh } = of
  const standing = fresh
    ? []
    : await db.factor.findMany({
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
  await clearing(of)(db.factor)
  await db.factor.createMany({ data: [...given, ...bare].map((factor, index) => row(factor, index)) })
}

/** A name that is not given stays with its role; an empty one is taken away. */
async function writeRoles(work: Work, of: Of, roles: Times['roles']): Promise<void> {
  const { db } = work
  const { incidentId, fresh } = of
  const standing = fresh ? [] : await db.incidentRole.findMany({ where: { incidentId }, include: { holder: true } })
  const holders = new Map(standing.map(({ id, holder }) => [id, holder?.name ?? '']))
  const known = (id?: string) => (id !== undefined && holders.has(id) ? id : undefined)
  const rows = roles.map(({ name, ...role }) => ({ ...role, name: name ?? holders.get(role.id ?? '') ?? '' }))
  const made = rows.map(rowsFor(work, incidentId)(known))
  await clearing(of)(db.incidentRole)
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

type Emptied = { deleteMany: (given: { where: { incidentId: string } }) => PromiseLike<unknown> }

const clearing =
  ({ incidentId, fresh }: Of) =>
  async (list: Emptied): Promise<void> => {
    if (!fresh) await list.deleteMany({ where: { incidentId } })
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
