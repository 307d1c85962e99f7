import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { keptIn } from './kept-entry.ts'
import { refuseTooMany, surroundings } from './read-entry.ts'
import { RestoreTimelineEntryInput } from './schema.ts'

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
    const entry = keptIn(removal?.data) ?? refuse(notFound)
    if (await db.timelineEntry.findUnique({ where: { id: entry.id } }))
      refuse({ kind: 'conflict', message: 'This entry is on the timeline again already.' })
    refuseTooMany(await surroundings(work, incident), 1)
    await db.timelineEntry.createMany({
      data: { ...entry, evidenceId: await freeEvidence(work, entry.evidenceId), incidentId: incident.id },
    })
    await touchIncident(work, incident.id)
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 1, removed: 0, changed: 0 })],
    }
  },
})

/** The evidence may be told by another entry by now, or have been taken out. */
async function freeEvidence({ db }: Work, id: string | null): Promise<string | null> {
  if (!id) return null
  const found = await db.timelineEvidence.findUnique({ where: { id }, select: { entry: { select: { id: true } } } })
  return found && !found.entry ? id : null
}
