import { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { Id } from '#lib/ids.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { refuseTooMany, surroundings } from './read-entry.ts'
import { RestoreTimelineEntryInput, TimelineEntryInput } from './schema.ts'

/** Undo: the entry comes back as it was and where it was. */
export const restoreTimelineEntry = command({
  name: 'incident.restore_timeline_entry',
  summary: 'Puts an entry back that was removed from the timeline of an incident.',
  scope: 'incidents:write',
  input: RestoreTimelineEntryInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { event }, subject: incident }) {
    const { db } = work
    const removal = await db.event.findFirst({
      where: { id: event, subjectId: incident.id, name: 'incident.timeline_changed' },
    })
    const removed = Removed.safeParse(removal?.data)
    if (!removed.success) return refuse(notFound)
    const { entry } = removed.data
    if (await db.timelineEntry.findUnique({ where: { id: entry.id } }))
      refuse({ kind: 'conflict', message: 'This entry is on the timeline again already.' })
    refuseTooMany(await surroundings(work, incident), 1)
    await db.timelineEntry.createMany({ data: { ...entry, incidentId: incident.id } })
    await touchIncident(work, incident.id)
    return {
      value: await incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 1, removed: 0, changed: 0 })],
    }
  },
})

const Removed = z.object({ entry: TimelineEntryInput.extend({ id: Id, position: z.number().int() }) })
