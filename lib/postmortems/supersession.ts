import type { Work } from '#lib/context.ts'
import type { Prisma } from '#prisma/client/client.ts'

type Named = { number: number; title: string }
export type Superseded = { reason: string; at: string; by: Named | null }

export const superseding = {
  supersession: true,
  supersedes: { select: { postmortemId: true }, orderBy: { supersededAt: 'asc' }, take: 20 },
} satisfies Prisma.PostmortemInclude
type Row = Prisma.PostmortemGetPayload<{ include: typeof superseding }>

export async function getSupersession(work: Work, number: number) {
  const row = await work.db.postmortem.findUnique({ where: { number }, include: superseding })
  return row ? supersessionOf(work, row) : { superseded: null, supersedes: [] }
}

/** What took its place, and whose place it took, as far as this actor may know: what is closed has neither number nor title. */
export async function supersessionOf(
  { db }: Work,
  { supersession, supersedes }: Row,
): Promise<{ superseded: Superseded | null; supersedes: Named[] }> {
  // Most have neither, and are asked nothing more.
  const ids = [...(supersession ? [supersession.byId] : []), ...supersedes.map(({ postmortemId }) => postmortemId)]
  const select = { id: true, number: true, title: true } as const
  const found = ids.length
    ? await db.postmortem.findMany({ where: { id: { in: ids } }, select, orderBy: { number: 'asc' } })
    : []
  const named = found.map(({ id, ...each }) => [id, each] as const)
  return {
    superseded: supersession && {
      reason: supersession.reason,
      at: supersession.supersededAt.toISOString(),
      by: new Map(named).get(supersession.byId) ?? null,
    },
    supersedes: named.flatMap(([id, each]) => (id === supersession?.byId ? [] : each)),
  }
}
