import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { DiscardEvidenceInput, DiscardedOut } from './schema.ts'

/** For what was pasted by mistake, which may hold a secret: it is gone for good, and only how much it was is kept. */
export const discardEvidence = command({
  name: 'incident.discard_evidence',
  summary: 'Takes gathered lines out again for good. Lines that the timeline tells stay.',
  scope: 'incidents:write',
  input: DiscardEvidenceInput,
  output: DiscardedOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run({ db }, { input: { gathering, line }, subject: incident }) {
    const where = { incidentId: incident.id, gatheringId: gathering, ...(line && { id: line }) }
    const found = await db.timelineEvidence.count({ where })
    if (found === 0) return refuse(notFound)
    const { count } = await db.timelineEvidence.deleteMany({ where: { ...where, entry: { is: null } } })
    if (count === 0)
      return refuse({ kind: 'conflict', message: 'The timeline tells this. Set it aside there before it can go.' })
    return {
      value: { number: incident.number, discarded: count, kept: found - count },
      events: [happened('incident.evidence_discarded', incident.id, { discarded: count })],
    }
  },
})
