import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { recurrencesOf } from './queries.ts'
import type { RecurrenceOut } from './schema.ts'

export type RecurrenceStanding = { number: number; items: RecurrenceOut[]; mayAnswer: boolean }

/** What is asked of an incident, and whether this actor is one of those who answer. Null where it is closed to them. */
export async function recurrenceStanding(work: Work, number: number): Promise<RecurrenceStanding | null> {
  const { db, actor } = work
  const personId = actor.kind === 'person' ? actor.personId : null
  const incident = await db.incident.findUnique({
    where: { number },
    include: { grants: { where: { ...(personId && { personId }) } } },
  })
  if (!incident) return null
  const items = await recurrencesOf(work, incident.id)
  if (items.length === 0) return { number, items, mayAnswer: false }
  const leads = personId ? await db.postmortem.count({ where: { incidentId: incident.id, leadId: personId } }) : 0
  const decision = leads > 0 ? can(actor, 'create', 'postmortem') : can(actor, 'edit', 'incident', incident)
  return { number, items, mayAnswer: decision.allowed }
}
