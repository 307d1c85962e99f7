import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { mayWaive } from './model.ts'
import { getRequirement } from './queries.ts'
import { RequirementOut, WaiveInput } from './schema.ts'

export const waivePostmortem = command({
  name: 'incident.waive_postmortem',
  summary: 'Decides, with a reason, that an incident needs no postmortem. Never for a SEV1.',
  scope: 'incidents:write',
  input: WaiveInput,
  output: RequirementOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'waive', 'incident', incident),
  async run(work, { input: { number, reason }, subject: { id, severity } }) {
    const { db, now, actor } = work
    const waived = (await db.waiver.count({ where: { incidentId: id } })) > 0
    const written = (await db.postmortem.count({ where: { incidentId: id } })) > 0
    const decision = mayWaive({ severity, written, waived })
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    const waivedById = actor.kind === 'person' ? actor.personId : null
    await db.waiver.createMany({ data: { incidentId: id, reason, waivedById, waivedAt: now } })
    return {
      read: () => getRequirement(work, number),
      events: [happened('incident.postmortem_waived', id, { reason })],
    }
  },
})
