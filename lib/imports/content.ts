import { newId } from '#lib/ids.ts'
import type { RevisionContent } from '#lib/postmortems/schema.ts'
import { UNKNOWN_TIME } from './foreign.ts'
import type { ImportDocument } from './schema.ts'
import type { Incident } from './store-incidents.ts'

/** What a revision of this document freezes: as the file has it, with the numbers and ids of this instance. */
export function contentOf(
  { title, sections, incident: facts, frozen }: ImportDocument,
  incident: Incident | null,
  now: Date,
): RevisionContent {
  const told = facts && incident && factsHere(facts, incident, now)
  return { ...frozen, title, sections, incident: told ?? null } as RevisionContent
}

/** The lists whose rows have ids, here as in every instance. */
const identified = [
  'windows',
  'severityLog',
  'numbers',
  'factors',
  'defences',
  'mitigations',
  'roles',
  'evidence',
  'timeline',
]

function factsHere({ id, ...facts }: NonNullable<ImportDocument['incident']>, incident: Incident, now: Date) {
  const rows = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    identified.includes(key) && Array.isArray(value) ? value.map((row: object) => ({ ...row, id: newId(now) })) : value,
  ])
  const occurredAt = facts.occurredAt === UNKNOWN_TIME ? incident.occurredAt.toISOString() : facts.occurredAt
  return {
    ...Object.fromEntries(rows),
    occurredAt,
    number: incident.number,
    version: 1,
    externalId: incident.externalId,
  }
}
