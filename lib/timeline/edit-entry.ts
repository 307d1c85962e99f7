import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
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
  async run(work, { input: { number: _, id, seen, correction, ...typed }, subject: { incident, entry } }) {
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
    const corrected = correctionOf(entry, changed.at, correction)
    await db.timelineEntry.update({ where: { id }, data: { ...changed, ...corrected } })
    await touchIncident(work, incident.id)
    const why = corrected?.correction && {
      corrected: { from: entry.at.toISOString(), to: changed.at.toISOString(), why: corrected.correction },
    }
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 0, removed: 0, changed: 1, ...why })],
    }
  },
})

type Stored = { at: Date; originalAt: Date | null; correction: string; evidenceId: string | null }

/** The time first told is kept however often it is corrected; told again as it was, there is nothing left to correct. */
function correctionOf(entry: Stored, at: Date, why: string): { originalAt: Date | null; correction: string } | null {
  const original = entry.originalAt ?? entry.at
  if (at.getTime() === original.getTime()) return { originalAt: null, correction: '' }
  if (at.getTime() === entry.at.getTime()) return why ? { originalAt: original, correction: why } : null
  if (why) return { originalAt: original, correction: why }
  // A slip of the keyboard needs no reason; a time that evidence gives does.
  if (entry.evidenceId || entry.originalAt)
    return refuse(invalid('correction', 'Say why the time differs from the one that stood there; both are kept.'))
  return null
}
