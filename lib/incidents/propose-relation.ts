import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { betweenBoth, linkBetween, lockPair, toldOnBoth, twoOf } from './pair.ts'
import { presentRelations } from './relations.ts'
import { RelateInput, RelationsOut } from './schema.ts'

/** For those who see what two incidents have in common and may change neither. */
export const proposeRelation = command({
  name: 'incident.propose_relation',
  summary: 'Proposes how an incident is related to another one; whoever may change one of them confirms it or says no.',
  scope: 'incidents:write',
  input: RelateInput,
  output: RelationsOut,
  subject: lockPair,
  may: (actor, { incident }) => can(actor, 'link', 'incident', incident),
  async run(work, { input: { relation, other: number, note }, subject }) {
    const { db } = work
    const { incident, other } = twoOf(subject, number)
    const both = { where: betweenBoth(incident.id, other.id) }
    const known = await db.relationProposal.findFirst(both)
    if (known)
      refuse(
        known.declinedAt
          ? invalid('other', `Somebody looked at it and said that it is not related to INC-${number}.`)
          : invalid('other', `How it is related to INC-${number} is proposed already.`),
      )
    if (await db.incidentRelation.findFirst(both)) refuse(invalid('other', `It is linked with INC-${number} already.`))
    const data = linkBetween(work, [incident, other], { relation, note })
    await db.relationProposal.create({ data })
    for (const [{ id }, otherId] of [[incident, other.id] as const, [other, incident.id] as const])
      await notify(work, {
        kind: 'relation_proposed',
        people: await leadsOf(work, id),
        subject: { kind: 'incident', id },
        facts: { otherId },
        key: `relation_proposed ${data.id}`,
      })
    return {
      read: () => presentRelations(work, incident),
      events: toldOnBoth('incident.relation_proposed', [incident, other], { relation, note }),
    }
  },
})

/** Who leads its write-up; where nobody began one, whoever recorded it. Of both incidents, a person is told once. */
async function leadsOf({ db }: Work, id: string): Promise<(string | null)[]> {
  const { createdById, postmortems } = await db.incident.findUniqueOrThrow({
    where: { id },
    select: { createdById: true, postmortems: { select: { leadId: true } } },
  })
  return postmortems.length > 0 ? postmortems.map(({ leadId }) => leadId) : [createdById]
}
