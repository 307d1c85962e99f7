import type { Work } from '#lib/context.ts'
import type { Facts } from '#lib/exports/schema.ts'
import { newId } from '#lib/ids.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { Names } from './names.ts'

export type FactsOf = { facts: Facts; incidentId: string }

/** The lists of many incidents at once. Their words were held against the vocabulary when the file was read. */
export async function insertFactRows(work: Work, given: readonly FactsOf[], names: Names): Promise<void> {
  const { db, now } = work
  const rows = <Row extends object>(list: (facts: Facts) => readonly Row[]) =>
    given.flatMap(({ facts, incidentId }) =>
      list(facts).map((row, position) => ({ ...row, id: newId(now), incidentId, position })),
    )
  await db.incidentService.createMany({ data: given.flatMap((each) => serviceRows(each, names)) })
  await db.severityChange.createMany({ data: given.flatMap((each) => severityRows(each, work)) })
  await db.factor.createMany({ data: rows(factorsOf) as Prisma.FactorCreateManyInput[] })
  const windows = rows(({ windows }) => windows).map(({ position: _, startedAt, endedAt, ...window }) => ({
    ...window,
    startedAt: new Date(startedAt),
    endedAt: instant(endedAt),
  }))
  await some(windows, (data) => db.impactWindow.createMany({ data }))
  const places = given.flatMap(({ facts, incidentId }) => facts.locations.map((place) => ({ ...place, incidentId })))
  await some(places, (data) =>
    db.incidentLocation.createMany({ data: data as Prisma.IncidentLocationCreateManyInput[] }),
  )
  const numbers = rows((facts) => facts.numbers)
  await some(numbers, (data) => db.impactNumber.createMany({ data: data as Prisma.ImpactNumberCreateManyInput[] }))
  const defences = rows((facts) => facts.defences)
  await some(defences, (data) => db.defence.createMany({ data: data as Prisma.DefenceCreateManyInput[] }))
  const mitigations = rows((facts) => facts.mitigations).map((row) => ({ ...row, at: instant(row.at) }))
  await some(mitigations, (data) => db.mitigation.createMany({ data: data as Prisma.MitigationCreateManyInput[] }))
  const roles = rows((facts) => facts.roles).map((row) => ({
    ...row,
    from: instant(row.from),
    until: instant(row.until),
  }))
  await some(roles, (data) => db.incidentRole.createMany({ data: data as Prisma.IncidentRoleCreateManyInput[] }))
  const evidence = rows((facts) => facts.evidence)
  await some(evidence, (data) =>
    db.incidentEvidence.createMany({ data: data as Prisma.IncidentEvidenceCreateManyInput[] }),
  )
  for (const each of given) if (each.facts.timeline.length > 0) await insertTimeline(work, each)
}

/** Gathered messages stand behind the entries that tell them. */
export async function insertTimeline({ db, now }: Work, { facts, incidentId }: FactsOf): Promise<void> {
  const gatheringId = newId(now)
  const evidence = facts.timeline.flatMap(({ evidence, zone }, position) =>
    evidence
      ? [
          {
            id: newId(now),
            incidentId,
            gatheringId,
            position,
            zone,
            gatheredAt: now,
            at: instant(evidence.at),
            role: evidence.role,
            text: evidence.text,
            link: evidence.link,
            origin: evidence.origin,
          },
        ]
      : [],
  )
  const behind = new Map(evidence.map(({ position, id }) => [position, id]))
  await some(evidence, (data) => db.timelineEvidence.createMany({ data }))
  const entries = facts.timeline.map(({ evidence: _, correction, at, latestAt, knownAt, ...entry }, position) => ({
    ...entry,
    id: newId(now),
    incidentId,
    position,
    evidenceId: behind.get(position) ?? null,
    at: new Date(at),
    latestAt: instant(latestAt),
    knownAt: instant(knownAt),
    originalAt: instant(correction?.from ?? null),
    correction: correction?.why ?? '',
  }))
  await db.timelineEntry.createMany({ data: entries as Prisma.TimelineEntryCreateManyInput[] })
}

export function serviceRows({ facts: { services }, incidentId }: FactsOf, names: Names) {
  const roles = new Map(services.map(({ role, ...name }) => [names.service(name).id, role]))
  return [...roles].map(([serviceId, role]) => ({
    incidentId,
    serviceId,
    role: role as Prisma.IncidentServiceCreateManyInput['role'],
  }))
}

/** Its severity is what the log says last; a file without a log has the one line of what it was called. */
function severityRows({ facts, incidentId }: FactsOf, { now, actor }: Work): Prisma.SeverityChangeCreateManyInput[] {
  const recordedById = actor.kind === 'person' ? actor.personId : null
  const log = facts.severityLog.length > 0 ? facts.severityLog : [{ severity: facts.severity, at: null, reason: '' }]
  return log.map(({ severity, at, reason }) => ({
    id: newId(now),
    incidentId,
    severity: severity as Facts['severity'],
    at: instant(at),
    reason,
    recordedById,
    recordedAt: now,
  }))
}

/** Mechanisms alone are factors of which nothing else is known. */
function factorsOf({ factors, mechanisms }: Facts): Omit<Facts['factors'][number], never>[] {
  const named = new Set(factors.map(({ mechanism }) => mechanism))
  const bare = mechanisms
    .filter((mechanism) => !named.has(mechanism))
    .map((mechanism) => ({ mechanism, role: 'enabler', text: '', evidence: '' }))
  return [...factors, ...bare]
}

export const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** Most files have none of most lists, and every statement is a round trip. */
async function some<Row>(rows: Row[], insert: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  if (rows.length > 0) await insert(rows)
}
