import type { Work } from '#lib/context.ts'

type Named = { number: number; title: string }
export type Superseded = { reason: string; at: string; by: Named | null }

/** What took its place, and whose place it took, as far as this actor may know: what is closed has neither number nor title. */
export async function getSupersession(
  { db }: Work,
  number: number,
): Promise<{ superseded: Superseded | null; supersedes: Named[] }> {
  const row = await db.supersession.findFirst({ where: { postmortem: { number } } })
  const named = { number: true, title: true } as const
  const by = row && (await db.postmortem.findUnique({ where: { id: row.byId }, select: named }))
  const supersedes = await db.postmortem.findMany({
    where: { supersession: { by: { number } } },
    select: named,
    orderBy: { number: 'asc' },
    take: 20,
  })
  return {
    superseded: row && { reason: row.reason, at: row.supersededAt.toISOString(), by },
    supersedes,
  }
}
