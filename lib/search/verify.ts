import type { Work } from '#lib/context.ts'
import { type EngineQuery, type Found, type Narrowing, refOf } from './engine.ts'
import { shownWords, wordsOf } from './postgres.ts'

/**
 * What an engine guessed that knows no policy: here it is held against our own index, under the policy of whoever asks,
 * and against what it was narrowed to, which may have changed since it learned of it. Nothing else of it counts.
 */
export async function verified({ db }: Work, found: Found, { text, narrowing }: EngineQuery): Promise<Found> {
  if (found.hits.every(({ tags }) => tags)) return found
  const ids = found.hits.map(({ id }) => id)
  const rows = await db.searchFacet.findMany({
    where: { id: { in: ids } },
    select: { kind: true, id: true, tags: true, at: true },
  })
  const known = new Map(rows.filter((row) => holds(narrowing, row)).map((row) => [`${row.kind} ${row.id}`, row.tags]))
  const hits = found.hits.flatMap((hit) => {
    const tags = known.get(refOf(hit))
    return tags ? [{ ...hit, tags }] : []
  })
  return { hits, words: text === '' ? [] : shownWords(await wordsOf(db, text)) }
}

function holds(
  { groups, barred, since, until }: Narrowing,
  { tags, at }: { tags: string[]; at: Date | null },
): boolean {
  const has = (some: readonly string[]) => some.some((tag) => tags.includes(tag))
  if ((since || until) && !at) return false
  if (at && ((since && at < since) || (until && at >= until))) return false
  return groups.every(has) && !has(barred)
}
