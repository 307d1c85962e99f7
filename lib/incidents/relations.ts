import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { ProposalOut, RelationOut, RelationsOut } from './schema.ts'

export type RelatedIncidents = Pick<RelationsOut, 'relations'>

/** Both ways round. Row-level security leaves out every link whose other end this actor may not see. */
export async function relationsOf({ db }: Work, incidentId: string): Promise<RelatedIncidents> {
  const rows = await db.incidentRelation.findMany({
    where: ofEither(incidentId),
    include: ends,
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return { relations: rows.map((row) => seenFrom(incidentId, row)) }
}

/** What waits for somebody to agree to it or to say no. */
export async function proposalsOf({ db }: Work, incidentId: string): Promise<ProposalOut[]> {
  const rows = await db.relationProposal.findMany({
    where: { ...ofEither(incidentId), declinedAt: null },
    include: ends,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  })
  return rows.map((row) => ({
    ...seenFrom(incidentId, row),
    by: people.find(({ id }) => id === row.createdById)?.name ?? null,
    at: row.createdAt.toISOString(),
  }))
}

export async function presentRelations(
  work: Work,
  { id, number }: { id: string; number: number },
): Promise<RelationsOut> {
  return { number, ...(await relationsOf(work, id)), proposals: await proposalsOf(work, id) }
}

export async function getRelations(work: Work, number: number): Promise<RelationsOut> {
  const found = await work.db.incident.findUnique({ where: { number }, select: { id: true, number: true } })
  return found ? presentRelations(work, found) : refuse(notFound)
}

const end = { select: { number: true, title: true, severity: true, occurredAt: true } } as const
const ends = { from: end, to: end }
const ofEither = (id: string) => ({ OR: [{ fromId: id }, { toId: id }] })

type End = Pick<RelationOut['incident'], 'number' | 'title' | 'severity'> & { occurredAt: Date }
type Row = { id: string; kind: string; note: string; fromId: string; from: End; to: End }

function seenFrom(incidentId: string, { id, kind, note, fromId, from, to }: Row): RelationOut {
  const { number, title, severity, occurredAt } = fromId === incidentId ? to : from
  return {
    id,
    relation: kind,
    side: fromId === incidentId ? 'from' : 'to',
    note,
    incident: { number, title, severity, occurredAt: occurredAt.toISOString() },
  }
}
