import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { proposalsOf } from './relations.ts'
import type { ProposalOut } from './schema.ts'

/** What waits for an answer about how an incident is related to others, and what this actor can say of it. */
export type LinkStanding = {
  number: number
  proposals: ProposalOut[]
  /** Records and confirms links, and says that there is none. */
  decides: boolean
  /** Proposes them to those who decide. */
  proposes: boolean
}

export async function linkStanding(work: Work, number: number): Promise<LinkStanding> {
  const { db, actor } = work
  const personId = actor.kind === 'person' ? actor.personId : null
  const grants = { where: { ...(personId && { personId }) } }
  const row = (await db.incident.findUnique({ where: { number }, include: { grants } })) ?? refuse(notFound)
  return {
    number,
    proposals: await proposalsOf(work, row.id),
    decides: can(actor, 'edit', 'incident', row).allowed,
    proposes: can(actor, 'link', 'incident', row).allowed,
  }
}
