import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { keptEntry } from './kept-entry.ts'
import { RemoveTimelineEntryInput } from './schema.ts'

/** The line is kept in the history, from where it can be put back. */
export const removeTimelineEntry = command({
  name: 'incident.remove_timeline_entry',
  summary: 'Removes one entry from the timeline of an incident.',
  scope: 'incidents:write',
  input: RemoveTimelineEntryInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { id }, subject: incident }) {
    const { db } = work
    const row = (await db.timelineEntry.findFirst({ where: { id, incidentId: incident.id } })) ?? refuse(notFound)
    await db.timelineEntry.deleteMany({ where: { id, incidentId: incident.id } })
    await touchIncident(work, incident.id)
    const counts = { added: 0, removed: 1, changed: 0 }
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { ...counts, entry: keptEntry(row) })],
    }
  },
})
