import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { incidentById, lockIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { RemoveTimelineEntryInput } from './schema.ts'

export const removeTimelineEntry = command({
  name: 'incident.remove_timeline_entry',
  summary: 'Removes one entry from the timeline of an incident.',
  scope: 'incidents:write',
  input: RemoveTimelineEntryInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { id }, subject: incident }) {
    const { db, now } = work
    const { count } = await db.timelineEntry.deleteMany({ where: { id, incidentId: incident.id } })
    if (count === 0) refuse(notFound)
    await db.incident.update({ where: { id: incident.id }, data: { version: { increment: 1 }, updatedAt: now } })
    return {
      value: await incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 0, removed: 1, changed: 0 })],
    }
  },
})
