import type { Work } from '#lib/context.ts'
import { type Found, type Hit, refOf } from './engine.ts'
import { type Kind, kinds } from './model.ts'
import type { SearchResult } from './schema.ts'
import { bestSnippet } from './snippet.ts'
import type { Source } from './source.ts'
import { sources } from './sources.ts'

export type Read = SearchResult & { ref: string; incidentRef: string | null }

/** Everything shown is read here, in the transaction of the person who asks; what they may not read is not there. */
export async function readAgain({ db }: Work, { hits, words }: Found, barred: readonly string[]): Promise<Read[]> {
  const read = new Map<string, Omit<Read, 'score'>>()
  for (const kind of kinds) {
    const ids = hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    // What it is now may be barred, though the index does not know it yet.
    for (const source of await sources[kind].read(db, ids))
      if (!source.tags.some((tag) => barred.includes(tag)))
        read.set(refOf({ kind, id: source.id }), resultOf(kind, source, words))
  }
  const best = Math.max(...hits.map(({ score }) => score).filter(Number.isFinite), Number.MIN_VALUE)
  const seen = new Map<string, Read>()
  for (const hit of hits) {
    const result = read.get(refOf(hit))
    if (result && !seen.has(refOf(hit))) seen.set(refOf(hit), { ...result, score: scoreOf(hit, best) })
  }
  return [...seen.values()]
}

/** Two digits: a finer score would move with records the person cannot see. */
const scoreOf = ({ score }: Hit, best: number) => Math.min(1, Math.round((score / best) * 100) / 100)

/** Among everything, an incident whose postmortem stands there too is told by the postmortem. */
export function folded(results: readonly Read[]): Read[] {
  const told = new Set(results.map(({ incidentRef }) => incidentRef))
  return results.filter(({ ref }) => !told.has(ref))
}

export const withoutRef = ({ ref: _, incidentRef: __, ...result }: Read): SearchResult => result

function resultOf(kind: Kind, source: Source, words: readonly string[]): Omit<Read, 'score'> {
  const { id, number, externalId, title, severity, services, date, state, url, incidentId } = source
  const timeline = source.timeline ? [{ where: 'timeline', text: source.timeline }] : []
  return {
    ref: refOf({ kind, id }),
    incidentRef: incidentId && refOf({ kind: 'incident', id: incidentId }),
    kind,
    number,
    externalId,
    title,
    url,
    severity,
    services,
    date,
    state,
    ...bestSnippet([...source.passages, ...timeline], words),
  }
}
