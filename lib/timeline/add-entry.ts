import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { readEntry, refuseTooMany, surroundings } from './read-entry.ts'
import { AddTimelineEntryInput } from './schema.ts'

export const addTimelineEntry = command({
  name: 'incident.add_timeline_entry',
  summary: 'Adds one entry to the timeline of an incident.',
  scope: 'incidents:write',
  input: AddTimelineEntryInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { number: _, day, ...typed }, subject: incident }) {
    const { db, now } = work
    const known = await surroundings(work, incident)
    refuseTooMany(known, 1)
    const around = { after: known.after, near: known.near, day: day ?? undefined }
    const entry = readEntry(typed, { around, incident, now, field: 'at' })
    await db.timelineEntry.createMany({
      data: { ...entry, id: newId(now), incidentId: incident.id, position: known.nextPosition },
    })
    await touchIncident(work, incident.id)
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 1, removed: 0, changed: 0 })],
    }
  },
})
