import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { getRequirement } from './queries.ts'
import { RequirementOut, WaiveInput } from './schema.ts'

export const withdrawWaiver = command({
  name: 'incident.withdraw_waiver',
  summary: 'Decides that an incident needs a postmortem after all.',
  scope: 'incidents:write',
  input: WaiveInput,
  output: RequirementOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'waive', 'incident', incident),
  async run(work, { input: { number, reason }, subject: { id } }) {
    const { count } = await work.db.waiver.deleteMany({ where: { incidentId: id } })
    if (count === 0) refuse({ kind: 'conflict', message: 'Nobody decided that it needs none.' })
    return {
      read: () => getRequirement(work, number),
      events: [happened('incident.waiver_withdrawn', id, { reason })],
    }
  },
})
