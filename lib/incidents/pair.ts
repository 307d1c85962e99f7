import type { Db, Work } from '#lib/context.ts'
import { type Happening, happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockIncident } from './queries.ts'

/**
 * Two incidents, locked in one order whichever is named first: links are told of a pair, so two people who say something
 * of it from both ends wait for each other. One that is hidden answers exactly like one that does not exist: null.
 */
export async function lockPair(work: Work, { number, other }: { number: number; other: number }) {
  await work.db.$queryRaw`select 1 from "Incident" where "number" in (${number}, ${other}) order by "number" for update`
  const incident = await lockIncident(work, number)
  const second = await work.db.incident.findUnique({ where: { number: other }, select: { id: true, number: true } })
  return { incident, other: second }
}

/** Both of them, once the right to say so was checked. */
export function twoOf<Incident extends End>(
  { incident, other }: { incident: Incident; other: End | null },
  number: number,
): { incident: Incident; other: End } {
  if (number === incident.number) refuse(invalid('other', 'An incident is not related to itself.'))
  return { incident, other: other ?? refuse(invalid('other', `There is no INC-${number} that you can see.`)) }
}

/** Links between the two, whichever way round they were said. */
export const betweenBoth = (one: string, other: string) => ({
  OR: [
    { fromId: one, toId: other },
    { fromId: other, toId: one },
  ],
})

/** What a link and the proposal of one have in common. */
export const linkBetween = <Kind>(
  { now, actor }: Work,
  [from, to]: [End, End],
  { relation, note }: { relation: Kind; note: string },
) => ({
  id: newId(now),
  fromId: from.id,
  toId: to.id,
  kind: relation,
  note,
  createdById: actor.kind === 'person' ? actor.personId : null,
  createdAt: now,
})

/** Once it is decided how two incidents are related, nothing is proposed of them any more, and nothing stays turned down. */
export async function settleProposals(db: Db, one: string, other: string): Promise<void> {
  await db.relationProposal.deleteMany({ where: betweenBoth(one, other) })
}

type End = { id: string; number: number }
type Told = 'incident.related' | 'incident.relation_proposed' | 'incident.relation_confirmed'

/** The same link as both histories tell it. Neither version is counted up: the number alone would tell those who may not know. */
export function toldOnBoth(
  name: Told,
  [from, to]: [End, End],
  told: { relation: string; note: string },
): [Happening, Happening] {
  return [
    happened(name, from.id, { ...told, side: 'from', otherId: to.id, number: to.number }),
    happened(name, to.id, { ...told, side: 'to', otherId: from.id, number: from.number }),
  ]
}
