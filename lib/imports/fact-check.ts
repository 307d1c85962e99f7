import { z } from 'zod'
import type { Facts } from '#lib/exports/schema.ts'
import { factFields } from '#lib/incidents/fact-schema.ts'
import { serviceRoles } from '#lib/incidents/model.ts'
import { Severity } from '#lib/incidents/schema.ts'
import { EntryKindName, PrecisionName } from '#lib/timeline/schema.ts'

type Issue = { path: PropertyKey[]; message: string }

const Moment = z.iso.datetime({ offset: true, error: 'Write a time like 2026-11-20T14:02:00Z.' }).nullable()

/** What leaves is described with plain words, so that old files can be read; what comes in must be words known here. */
const Words = z.object({
  severityLog: z.array(z.object({ severity: Severity, at: Moment })),
  services: z.array(z.object({ role: z.enum(Object.keys(serviceRoles), 'Choose the part it played.') })),
  timeline: z.array(
    z.object({ at: Moment.unwrap(), kind: EntryKindName, precision: PrecisionName, latestAt: Moment, knownAt: Moment }),
  ),
  windows: z.array(z.object({ startedAt: Moment.unwrap(), endedAt: Moment })),
  milestones: z.record(z.string(), Moment),
  occurredAt: Moment.unwrap(),
})

const Lists = z.strictObject(factFields)

/** The same limits and vocabularies as a form or the API would hold the facts to. */
export function factIssues(facts: Facts): Issue[] {
  const { impactStartBasis, locations, journeys, detection, trigger, numbers, factors } = facts
  const { defences, mitigations, roles, evidence } = facts
  const given = {
    impactStartBasis,
    locations,
    journeys,
    detection,
    trigger,
    numbers,
    factors,
    defences,
    mitigations,
    roles,
    evidence,
  }
  return [Lists.safeParse(given), Words.safeParse(facts)].flatMap((parsed) =>
    parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: ['incident', ...path], message })),
  )
}
