import type { Work } from '#lib/context.ts'
import { type Happening, happened } from '#lib/events.ts'
import type { Facts } from '#lib/exports/schema.ts'
import { newId } from '#lib/ids.ts'
import { factColumns, milestoneColumns } from '#lib/incidents/columns.ts'
import { milestoneNames } from '#lib/incidents/model.ts'
import { insertFactRows } from './fact-rows.ts'
import { UNKNOWN_TIME } from './foreign.ts'
import type { Names } from './names.ts'
import { isUuid } from './plan.ts'
import type { ImportDocument } from './schema.ts'

export type Incident = { id: string; number: number; externalId: string | null; occurredAt: Date; made: boolean }

/** The incidents these documents are about, by the id the files give them: those that are here, and new ones. */
export const settleIncidents = (work: Work, documents: readonly ImportDocument[], names: Names) =>
  settleFacts(
    work,
    documents.flatMap(({ incident }) => (incident ? [incident] : [])),
    names,
  )

export async function settleFacts(work: Work, given: readonly Facts[], names: Names) {
  const facts = new Map(given.map((each) => [each.id, each]))
  const known = await knownIncidents(work, [...facts.keys()])
  const fresh = [...facts.values()].filter(({ id }) => !known.has(id))
  const ids = new Map(fresh.map(({ id }) => [id, newId(work.now)]))
  await makeIncidents(work, fresh, { ids, names })
  const rows = await work.db.incident.findMany({ where: { id: { in: [...ids.values()] } }, select })
  const made = new Map(rows.map((row) => [row.externalId ?? row.id, { ...row, made: true }]))
  const events = fresh.flatMap((facts): Happening[] => {
    const id = ids.get(facts.id)
    return id ? [happened('incident.recorded', id, { title: facts.title, severity: facts.severity })] : []
  })
  return { incidents: new Map<string, Incident>([...known, ...made]), events }
}

const select = { id: true, number: true, externalId: true, occurredAt: true } as const

export async function knownIncidents({ db }: Work, ids: string[]): Promise<Map<string, Incident>> {
  if (ids.length === 0) return new Map()
  const rows = await db.incident.findMany({
    where: { OR: [{ externalId: { in: ids } }, { id: { in: ids.filter(isUuid) } }] },
    select,
  })
  return new Map(
    rows.map((row) => [ids.includes(row.id) ? row.id : (row.externalId ?? row.id), { ...row, made: false }]),
  )
}

type Making = { ids: ReadonlyMap<string, string>; names: Names }

async function makeIncidents(work: Work, fresh: readonly Facts[], { ids, names }: Making): Promise<void> {
  const { db, now, actor } = work
  if (fresh.length === 0) return
  const createdById = actor.kind === 'person' ? actor.personId : null
  const idOf = (facts: Facts) => ids.get(facts.id) ?? ''
  const rows = fresh.map((facts) => ({
    ...unsaid,
    ...incidentColumns(facts, names),
    id: idOf(facts),
    externalId: facts.id,
    visibility: facts.visibility,
    restrictedReason: facts.restrictedReason,
    // An incident without a known time sorts by when it was recorded; here, by when it was first written down.
    createdById,
    createdAt: facts.occurredAt === UNKNOWN_TIME ? now : new Date(facts.occurredAt),
    updatedAt: now,
    occurredAt: now,
  }))
  await db.incident.createMany({ data: rows })
  const restricted = fresh.filter(({ visibility }) => visibility === 'restricted')
  if (createdById && restricted.length > 0)
    await db.grant.createMany({
      data: restricted.map((facts) => ({
        id: newId(now),
        personId: createdById,
        incidentId: idOf(facts),
        grantedById: createdById,
        grantedAt: now,
      })),
    })
  await insertFactRows(
    work,
    fresh.map((facts) => ({ facts, incidentId: idOf(facts) })),
    names,
  )
}

/** What a file need not say: rows that name the same columns are written at once. */
const unsaid = {
  ...milestoneColumns(Object.fromEntries(milestoneNames.map((name) => [name, null]))),
  ...{ impactStartBasis: null, journeys: [], triggerKind: null, triggerReference: '' },
  ...{ detectionMethod: null, detectionSource: '', reportedByCustomer: null },
}

/** The facts that are told once. */
export function incidentColumns(facts: Facts, names: Names) {
  const { title, severity, kind, zone, milestones, detection, trigger, impactStartBasis, journeys } = facts
  const points = Object.fromEntries(
    Object.entries(milestones).map(([name, at]) => [name, at === null ? null : new Date(at)]),
  ) as { [M in (typeof milestoneNames)[number]]?: Date | null }
  const told = { detection, trigger, impactStartBasis, journeys } as Parameters<typeof factColumns>[0]
  return {
    ...milestoneColumns(points),
    ...factColumns(told),
    title,
    severity,
    kind,
    zone,
    teamId: names.team(facts.team).id,
  }
}
