import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { surroundings } from './read-entry.ts'
import { EVIDENCE_MAX, GatherEvidenceInput, GatheredOut } from './schema.ts'
import { hear } from './transcripts/hear.ts'

/** Every line is kept: with its time where one could be read, and otherwise with what stood in the way. */
export const gatherEvidence = command({
  name: 'incident.gather_evidence',
  summary: 'Keeps a chat transcript, alerts or log entries as evidence beside the timeline of an incident.',
  scope: 'incidents:write',
  input: GatherEvidenceInput,
  output: GatheredOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input, subject: incident }) {
    const { db, now, actor } = work
    const { near } = await surroundings(work, incident)
    const heard = hear(input, { zone: input.zone ?? incident.zone, near, now })
    if (heard.problem) refuse(invalid('transcript', heard.problem))
    const standing = await db.timelineEvidence.aggregate({
      where: { incidentId: incident.id },
      _count: true,
      _max: { position: true },
    })
    if (standing._count + heard.items.length > EVIDENCE_MAX)
      refuse(
        invalid(
          'transcript',
          `${EVIDENCE_MAX.toLocaleString('en')} lines of evidence fit beside one incident, and ${standing._count} are there already. Paste the hours that matter.`,
        ),
      )
    const gathering = newId(now)
    const gatheredById = actor.kind === 'person' ? actor.personId : null
    const first = (standing._max.position ?? -1) + 1
    await db.timelineEvidence.createMany({
      data: heard.items.map(({ line: _, lines: __, ...item }, index) => ({
        ...item,
        id: newId(now),
        incidentId: incident.id,
        gatheringId: gathering,
        position: first + index,
        zone: heard.zone,
        origin: heard.format,
        gatheredById,
        gatheredAt: now,
      })),
    })
    const gathered = heard.items.length
    const unread = heard.items.filter(({ at }) => at === null).length
    const event = { format: heard.format, gathered, unread, told: 0 }
    return {
      value: { number: incident.number, gathering, format: heard.format, gathered, unread },
      events: [happened('incident.evidence_gathered', incident.id, event)],
    }
  },
})
