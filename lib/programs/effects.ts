import type { Work } from '#lib/context.ts'
import { namesOf } from '#lib/people/queries.ts'
import type { Effect } from './vocabulary.ts'

export type EffectOut = {
  id: string
  incident: { number: number; title: string; severity: string }
  effect: Effect
  why: string
  by: string
  byId: string | null
  /** The newest word of somebody else. */
  agreement: { agrees: boolean; note: string; by: string } | null
}

/** What it would have changed: the newest judgement of each incident that this actor sees. */
export async function effectsOf(work: Work, number: number): Promise<EffectOut[]> {
  const rows = await work.db.programEffect.findMany({
    where: { program: { number } },
    include: {
      incident: { select: { number: true, title: true, severity: true } },
      agreements: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const newest = [...new Map(rows.map((row) => [row.incidentId, row])).values()]
  const names = await namesOf(
    work,
    newest.flatMap(({ byId, agreements }) => [byId, ...agreements.map((one) => one.byId)]),
  )
  return newest
    .sort((a, b) => b.incident.number - a.incident.number)
    .map(({ id, incident, effect, why, byId, agreements: [agreement] }) => ({
      id,
      incident,
      effect,
      why,
      byId,
      by: names(byId),
      agreement: agreement ? { agrees: agreement.agrees, note: agreement.note, by: names(agreement.byId) } : null,
    }))
}
