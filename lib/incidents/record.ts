import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { insertIncident } from './insert.ts'
import { incidentById } from './queries.ts'
import { IncidentOut, RecordIncidentInput } from './schema.ts'

export const recordIncident = command({
  name: 'incident.record',
  summary: 'Records an incident with what is known of it so far.',
  scope: 'incidents:write',
  input: RecordIncidentInput,
  output: IncidentOut,
  subject: (work, input) => teamBySlug(work, input.team, 'team'),
  may: (actor) => can(actor, 'create', 'incident'),
  async run(work, { input, subject: team }) {
    const id = await insertIncident(work, input, team)
    const { title, severity } = input
    return { read: () => incidentById(work, id), events: [happened('incident.recorded', id, { title, severity })] }
  },
})
