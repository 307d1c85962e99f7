import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { keptEntry } from './kept-entry.ts'
import { SetAsideEntryInput } from './schema.ts'

/** Out of the story, back to the evidence. An entry that somebody typed becomes evidence of its own. */
export const setAsideEntry = command({
  name: 'incident.set_aside_entry',
  summary: 'Takes an entry out of the timeline of an incident and keeps it among the evidence.',
  scope: 'incidents:write',
  input: SetAsideEntryInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { id }, subject: incident }) {
    const { db } = work
    const row = (await db.timelineEntry.findFirst({ where: { id, incidentId: incident.id } })) ?? refuse(notFound)
    await db.timelineEntry.deleteMany({ where: { id, incidentId: incident.id } })
    if (!row.evidenceId) await keepAsEvidence(work, row)
    await touchIncident(work, incident.id)
    const counts = { added: 0, removed: 1, changed: 0 }
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { ...counts, entry: keptEntry(row) })],
    }
  },
})

type Row = Prisma.TimelineEntryGetPayload<Record<never, never>>

async function keepAsEvidence({ db, now, actor }: Work, entry: Row): Promise<void> {
  const { incidentId, at, zone, kind, role, text, link } = entry
  // Evidence has one time: what was known only within a range is then about its beginning.
  const precision = entry.precision === 'within' ? 'about' : entry.precision
  const last = await db.timelineEvidence.aggregate({ where: { incidentId }, _max: { position: true } })
  await db.timelineEvidence.createMany({
    data: {
      id: newId(now),
      gatheringId: newId(now),
      position: (last._max.position ?? -1) + 1,
      origin: 'typed',
      incidentId,
      at,
      precision,
      zone,
      kind,
      role,
      text,
      link,
      gatheredById: actor.kind === 'person' ? actor.personId : null,
      gatheredAt: now,
    },
  })
}
