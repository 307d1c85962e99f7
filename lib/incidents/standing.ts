import type { Work } from '#lib/context.ts'
import type { Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'

/** What this actor may do with an incident, with the reason where they may not: the same answers the commands would give. */
export async function getIncidentStanding(
  { db, actor }: Work,
  number: number,
): Promise<{ id: string; edit: Decision; draft: Decision; waive: Decision }> {
  const personId = actor.kind === 'person' ? actor.personId : null
  const row = await db.incident.findUnique({
    where: { number },
    include: { grants: { where: { ...(personId && { personId }) } } },
  })
  if (!row) return refuse(notFound)
  return {
    id: row.id,
    edit: can(actor, 'edit', 'incident', row),
    draft: can(actor, 'create', 'postmortem'),
    waive: can(actor, 'waive', 'incident', row),
  }
}
