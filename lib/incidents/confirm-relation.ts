import { command } from '#lib/command.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { lockPair, settleProposals, toldOnBoth } from './pair.ts'
import { presentRelations } from './relations.ts'
import { RelationsOut, UnrelateInput } from './schema.ts'

export const confirmRelation = command({
  name: 'incident.confirm_relation',
  summary: 'Confirms how two incidents are related, from either of them.',
  scope: 'incidents:write',
  input: UnrelateInput,
  output: RelationsOut,
  async subject(work, { number, id }) {
    const proposal = { where: { id, declinedAt: null }, include: { from: true, to: true } } as const
    const found = (await work.db.relationProposal.findFirst(proposal)) ?? refuse(notFound)
    const ends = [found.from.number, found.to.number]
    const other = ends.find((end) => end !== number)
    if (!ends.includes(number) || other === undefined) return refuse(notFound)
    const { incident } = await lockPair(work, { number, other })
    // Whoever was first may have decided it meanwhile.
    return { incident, proposal: (await work.db.relationProposal.findFirst(proposal)) ?? refuse(notFound) }
  },
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { subject: { incident, proposal } }) {
    const { id, from, to, kind, note, createdById } = proposal
    await settleProposals(work.db, from.id, to.id)
    await work.db.incidentRelation.create({
      data: { id, fromId: from.id, toId: to.id, kind, note, createdById, createdAt: work.now },
    })
    return {
      read: () => presentRelations(work, incident),
      events: toldOnBoth('incident.relation_confirmed', [from, to], { relation: kind, note }),
    }
  },
})
