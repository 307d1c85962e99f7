import type { Work } from '#lib/context.ts'
import { mapPlace, type Update } from '#lib/documents/model.ts'
import { updatesBetween } from '#lib/documents/queries.ts'
import { findQuote, type Spot } from './model.ts'
import type { ThreadOut } from './schema.ts'

export type Placed = Pick<ThreadOut, 'place' | 'gone'>
export type Anchored = {
  id: string
  sectionKey: string
  version: number | null
  from: number | null
  to: number | null
  quote: string
}
type Text = { key: string; body: string; version: number }

/** Where the words of each thread stand now: the updates of a section are read once, from the oldest thread on. */
export async function placesOf(
  work: Work,
  postmortemId: string,
  threads: readonly Anchored[],
): Promise<(thread: Anchored) => Placed> {
  const keys = [...new Set(threads.flatMap(({ sectionKey, version }) => (version === null ? [] : [sectionKey])))]
  const texts = await work.db.section.findMany({
    where: { postmortemId, key: { in: keys } },
    select: { key: true, body: true, version: true },
  })
  const known = new Map<string, { text: Text; since: number; updates: readonly Update[] | undefined }>()
  for (const text of texts) {
    const about = threads.filter(({ sectionKey }) => sectionKey === text.key)
    const since = Math.min(...about.flatMap(({ version }) => version ?? []))
    const updates = await updatesBetween(work, { postmortemId, key: text.key, after: since, upTo: text.version })
    known.set(text.key, { text, since, updates })
  }
  return ({ sectionKey, version, from, to, quote }) => {
    if (version === null || from === null || to === null) return { place: null, gone: false }
    const section = known.get(sectionKey)
    if (!section) return { place: null, gone: true }
    const { text, since, updates } = section
    // Updates of long ago are forgotten, and a restored backup may have none; words that stand once are found by themselves.
    const spot = updates ? moved({ from, to }, updates.slice(version - since)) : findQuote(text.body, quote)
    return { place: spot && { version: text.version, ...spot }, gone: spot === null }
  }
}

/** Typing at either end of the words is not part of them. Null when nothing of them is left. */
export function moved(spot: Spot, updates: readonly Update[]): Spot | null {
  const from = mapPlace(spot.from, updates, 1)
  const to = mapPlace(spot.to, updates, -1)
  return from < to ? { from, to } : null
}
