import type { Work } from '#lib/context.ts'
import { incidentById } from './queries.ts'
import { type RelatedIncidents, relationsOf } from './relations.ts'
import type { IncidentOut } from './schema.ts'

export type Facts = IncidentOut & RelatedIncidents

/** Everything known of an incident, and what it has to do with others this actor may see. */
export async function factsOf(work: Work, incidentId: string): Promise<Facts> {
  const incident = await incidentById(work, incidentId)
  return { ...incident, ...(await relationsOf(work, incidentId)) }
}
