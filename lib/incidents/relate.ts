import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockIncident } from './queries.ts'
import { relationsOf } from './relations.ts'
import { RelateInput, RelationsOut } from './schema.ts'

export const relateIncident = command({
  name: 'incident.relate',
  summary: 'Links an incident with another one, saying how. Whoever sees only one of the two learns nothing of it.',
  scope: 'incidents:write',
  input: RelateInput,
  output: RelationsOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { relation, other: number, note }, subject }) {
    const { db, now, actor } = work
    if (number === subject.number) refuse(invalid('other', 'An incident is not related to itself.'))
    // One that is hidden answers exactly like one that does not exist.
    const other = await db.incident.findUnique({ where: { number }, select: { id: true, number: true } })
    if (!other) return refuse(invalid('other', `There is no INC-${number} that you can see.`))
    const ends = { fromId: subject.id, toId: other.id, kind: relation }
    const there = await db.incidentRelation.findFirst({
      where: { kind: relation, OR: [ends, { fromId: other.id, toId: subject.id }] },
    })
    if (there) refuse(invalid('other', `It is linked with INC-${number} in this way already.`))
    await db.incidentRelation.create({
      data: {
        ...ends,
        id: newId(now),
        note,
        createdById: actor.kind === 'person' ? actor.personId : null,
        createdAt: now,
      },
    })
    const told = { relation, note }
    return {
      value: { number: subject.number, ...(await relationsOf(work, subject.id)) },
      // Neither version is counted up: the number alone would tell those who may not know.
      events: [
        happened('incident.related', subject.id, { ...told, side: 'from', otherId: other.id, number }),
        happened('incident.related', other.id, { ...told, side: 'to', otherId: subject.id, number: subject.number }),
      ],
    }
  },
})
