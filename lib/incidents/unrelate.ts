import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { lockIncident } from './queries.ts'
import { presentRelations } from './relations.ts'
import { RelationsOut, UnrelateInput } from './schema.ts'

export const unrelateIncident = command({
  name: 'incident.unrelate',
  summary: 'Takes away a link between two incidents, from either of them.',
  scope: 'incidents:write',
  input: UnrelateInput,
  output: RelationsOut,
  subject: async (work, { number, id }) => {
    const incident = await lockIncident(work, number)
    const ends = { OR: [{ fromId: incident.id }, { toId: incident.id }] }
    const include = { from: { select: { number: true } }, to: { select: { number: true } } }
    const relation = await work.db.incidentRelation.findFirst({ where: { id, ...ends }, include })
    return { incident, relation: relation ?? refuse(notFound) }
  },
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { subject: { incident, relation } }) {
    const { id, kind, fromId, toId, from, to } = relation
    await work.db.incidentRelation.delete({ where: { id } })
    return {
      read: () => presentRelations(work, incident),
      events: [
        happened('incident.unrelated', fromId, { relation: kind, side: 'from', otherId: toId, number: to.number }),
        happened('incident.unrelated', toId, { relation: kind, side: 'to', otherId: fromId, number: from.number }),
      ],
    }
  },
})
