import { command } from '#lib/command.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { betweenBoth, linkBetween, lockPair, settleProposals, toldOnBoth, twoOf } from './pair.ts'
import { presentRelations } from './relations.ts'
import { RelateInput, RelationsOut } from './schema.ts'

export const relateIncident = command({
  name: 'incident.relate',
  summary: 'Links an incident with another one, saying how. Whoever sees only one of the two learns nothing of it.',
  scope: 'incidents:write',
  input: RelateInput,
  output: RelationsOut,
  subject: lockPair,
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { relation, other: number, note }, subject }) {
    const { db } = work
    const { incident, other } = twoOf(subject, number)
    const there = await db.incidentRelation.findFirst({
      where: { kind: relation, ...betweenBoth(incident.id, other.id) },
    })
    if (there) refuse(invalid('other', `It is linked with INC-${number} in this way already.`))
    await settleProposals(db, incident.id, other.id)
    await db.incidentRelation.create({
      data: linkBetween(work, [incident, other], { relation, note }),
    })
    return {
      read: () => presentRelations(work, incident),
      events: toldOnBoth('incident.related', [incident, other], { relation, note }),
    }
  },
})
