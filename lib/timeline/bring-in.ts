import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { wordedAs } from './evidence.ts'
import { readEntry, refuseTooMany, surroundings } from './read-entry.ts'
import { BringInEvidenceInput } from './schema.ts'

/** The story gets an entry that points back to the evidence, which stays as it is. */
export const bringInEvidence = command({
  name: 'incident.bring_in_evidence',
  summary: 'Tells a line of evidence in the timeline of an incident.',
  scope: 'incidents:write',
  input: BringInEvidenceInput,
  output: IncidentOut,
  subject: async (work, { number, id }) => {
    const incident = await lockIncident(work, number)
    const where = { id, incidentId: incident.id }
    const evidence = await work.db.timelineEvidence.findFirst({ where, include: { entry: true } })
    return { incident, evidence: evidence ?? refuse(notFound) }
  },
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { kind, text, at }, subject: { incident, evidence } }) {
    const { db, now } = work
    if (evidence.entry) refuse({ kind: 'conflict', message: 'This line is told in the timeline already.' })
    const known = await surroundings(work, incident)
    refuseTooMany(known, 1)
    const { zone, role, link } = evidence
    const worded = { kind: kind ?? evidence.kind, text: text || wordedAs(evidence.text), role, link, source: '' }
    const typed = at || evidence.at?.toISOString()
    if (!typed) return refuse(invalid('at', 'Say when this was: no time could be read from it.'))
    const around = { after: evidence.at ?? known.after, near: evidence.at ? [evidence.at] : known.near }
    const read = readEntry({ ...worded, at: typed, zone, knownAt: '' }, { around, incident, now, field: 'at' })
    const precision = at ? read.precision : evidence.precision
    const moved = at && evidence.at && read.at.getTime() !== evidence.at.getTime()
    if (moved) refuse(invalid('at', 'Bring it in at the time it has; correct the time there, and say why.'))
    await db.timelineEntry.createMany({
      data: {
        ...read,
        precision,
        id: newId(now),
        incidentId: incident.id,
        position: known.nextPosition,
        evidenceId: evidence.id,
      },
    })
    await touchIncident(work, incident.id)
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, { added: 1, removed: 0, changed: 0 })],
    }
  },
})
