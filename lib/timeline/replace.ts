import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { ReplaceTimelineInput } from './schema.ts'

/** The whole timeline at once: pasted, imported, or re-ordered. Entries of the same minute keep the order given. */
export const replaceTimeline = command({
  name: 'incident.replace_timeline',
  summary: 'Replaces the timeline of an incident.',
  scope: 'incidents:write',
  input: ReplaceTimelineInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { version, entries }, subject: incident }) {
    const { db, now } = work
    if (version !== incident.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this incident meanwhile. Compare and save again.',
        current: await incidentById(work, incident.id),
      })
    const before = await db.timelineEntry.findMany({ where: { incidentId: incident.id }, select: { id: true } })
    const kept = new Set(entries.map(({ id }) => id).filter((id) => before.some((entry) => entry.id === id)))
    await db.timelineEntry.deleteMany({ where: { incidentId: incident.id } })
    await db.timelineEntry.createMany({
      // An id that is not of this incident is somebody else's row; it gets a new one.
      data: entries.map(({ id, ...entry }, position) => ({
        ...entry,
        id: id && kept.has(id) ? id : newId(now),
        incidentId: incident.id,
        position,
      })),
    })
    await db.incident.update({ where: { id: incident.id }, data: { version: { increment: 1 }, updatedAt: now } })
    const counts = { added: entries.length - kept.size, removed: before.length - kept.size, changed: kept.size }
    return {
      value: await incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, counts)],
    }
  },
})
