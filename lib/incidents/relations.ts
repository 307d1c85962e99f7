import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { RelationOut } from './schema.ts'

export type RelatedIncidents = { relations: RelationOut[] }

/** Both ways round. Row-level security leaves out every link whose other end this actor may not see. */
export async function relationsOf({ db }: Work, incidentId: string): Promise<RelatedIncidents> {
  const rows = await db.incidentRelation.findMany({
    where: { OR: [{ fromId: incidentId }, { toId: incidentId }] },
    include: { from: end, to: end },
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return {
    relations: rows.map(({ id, kind, note, fromId, from, to }) => {
      const { number, title, severity, occurredAt } = fromId === incidentId ? to : from
      return {
        ...{ id, relation: kind, side: fromId === incidentId ? 'from' : 'to', note },
        incident: { number, title, severity, occurredAt: occurredAt.toISOString() },
      }
    }),
  }
}

export async function getRelations(work: Work, number: number): Promise<RelatedIncidents & { number: number }> {
  const found = await work.db.incident.findUnique({ where: { number }, select: { id: true } })
  return found ? { number, ...(await relationsOf(work, found.id)) } : refuse(notFound)
}

const end = { select: { number: true, title: true, severity: true, occurredAt: true } } as const
