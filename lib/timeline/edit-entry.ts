import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { readEntry, surroundings } from './read-entry.ts'
import { EditTimelineEntryInput } from './schema.ts'

export const editTimelineEntry = command({
  name: 'incident.edit_timeline_entry',
  summary: 'Changes one entry of the timeline of an incident.',
  scope: 'incidents:write',
  input: EditTimelineEntryInput,
  output: IncidentOut,
  subject: async (work, { number, id }) => {
    const incident = await lockIncident(work, number)
    const entry = await work.db.timelineEntry.findFirst({ where: { id, incidentId: incident.id } })
    return { incident, entry: entry ?? refuse(notFound) }
  },
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { number: _, id, seen, ...typed }, subject: { incident, entry } }) {
    const { db, now } = work
    // Not the incident's version: two people adding lines elsewhere are not in each other's way.
    if (seen.text !== entry.text || seen.kind !== entry.kind || seen.at.getTime() !== entry.at.getTime())
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this line meanwhile. Compare and save again.',
        current: { at: entry.at.toISOString(), zone: entry.zone, kind: entry.kind, text: entry.text },
      })
    const { after, near } = await surroundings(work, incident)
    const around = { after, near: [entry.at, ...near] }
    const changed = readEntry({ ...typed, zone: typed.zone ?? entry.zone }, { around, incident, now, field: 'at' })
    await db.timelineEntry.update({ where: { id }, data: changed })
    await touchIncident(work, incident.id)
    return {
      value: await incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 0, removed: 0, changed: 1 })],
    }
  },
})
