import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { readEntry, refuseTooMany, surroundings } from './read-entry.ts'
import { AddTimelineEntriesInput } from './schema.ts'

/** Many at once, as pasted from a chat: all of them or none. A time may count from the entry before it in the list. */
export const addTimelineEntries = command({
  name: 'incident.add_timeline_entries',
  summary: 'Adds several entries to the timeline of an incident.',
  scope: 'incidents:write',
  input: AddTimelineEntriesInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { entries }, subject: incident }) {
    const { db, now } = work
    const known = await surroundings(work, incident)
    refuseTooMany(known, entries.length)
    let after: Date | null = null
    const rows = entries.map((typed, index) => {
      const around = after ? { after } : { after: known.after, near: known.near }
      const entry = readEntry(typed, { around, incident, now, field: `entries.${index}.at` })
      after = entry.at
      return { ...entry, id: newId(now), incidentId: incident.id, position: known.nextPosition + index }
    })
    await db.timelineEntry.createMany({ data: rows })
    await touchIncident(work, incident.id)
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: rows.length, removed: 0, changed: 0 })],
    }
  },
})
