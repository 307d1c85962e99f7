import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { betweenBoth, lockPair, twoOf } from './pair.ts'
import { presentRelations } from './relations.ts'
import { DeclineRelationInput, RelationsOut } from './schema.ts'

/** Answers a proposal of a colleague, and what was worked out to be similar alike: neither comes up for this pair again. */
export const declineRelation = command({
  name: 'incident.decline_relation',
  summary:
    'Says that two incidents are not related, so that it is not proposed again. Linking them later takes it back.',
  scope: 'incidents:write',
  input: DeclineRelationInput,
  output: RelationsOut,
  subject: lockPair,
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { other: number, note }, subject }) {
    const { db, now, actor } = work
    const { incident, other } = twoOf(subject, number)
    const where = betweenBoth(incident.id, other.id)
    if (await db.incidentRelation.findFirst({ where }))
      refuse(invalid('other', `It is linked with INC-${number}. Take the link away instead.`))
    const declined = {
      declinedById: actor.kind === 'person' ? actor.personId : null,
      declinedAt: now,
      declinedNote: note,
    }
    const proposed = await db.relationProposal.findFirst({ where })
    if (proposed?.declinedAt) refuse(invalid('other', `That it is not related to INC-${number} was said already.`))
    if (proposed) await db.relationProposal.update({ where: { id: proposed.id }, data: declined })
    else
      await db.relationProposal.create({
        data: {
          id: newId(now),
          fromId: incident.id,
          toId: other.id,
          kind: 'similar',
          createdAt: now,
          ...declined,
        },
      })
    return {
      read: () => presentRelations(work, incident),
      events: [
        happened('incident.relation_declined', incident.id, { otherId: other.id, number, note }),
        happened('incident.relation_declined', other.id, { otherId: incident.id, number: incident.number, note }),
      ],
    }
  },
})
