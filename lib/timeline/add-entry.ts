import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { AddTimelineEntryInput } from './schema.ts'

export const addTimelineEntry = command({
  name: 'incident.add_timeline_entry',
  summary: 'Adds one entry to the timeline of an incident.',
  scope: 'incidents:write',
  input: AddTimelineEntryInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { number: _, ...entry }, subject: incident }) {
    const { db, now } = work
    if (entry.at > now) refuse(invalid('at', 'This time lies in the future.'))
    const position = await db.timelineEntry.count({ where: { incidentId: incident.id } })
    if (position >= 500) refuse(invalid('text', 'A timeline can have at most 500 entries.'))
    await db.timelineEntry.create({ data: { ...entry, id: newId(now), incidentId: incident.id, position } })
    await db.incident.update({ where: { id: incident.id }, data: { version: { increment: 1 }, updatedAt: now } })
    return {
      value: await incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 1, removed: 0, changed: 0 })],
    }
  },
})
