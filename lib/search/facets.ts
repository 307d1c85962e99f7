import type { Work } from '#lib/context.ts'
import type { EngineQuery, Found, Hit } from './engine.ts'
import { type Field, fields, tagOf } from './fields.ts'
import type { SearchFacet } from './schema.ts'
import type { Understood } from './understand.ts'
import { valuesOf } from './values.ts'

/** So many of the best are counted; past it a count says "at least". */
export const COUNTED = 400
/** Of each field; with more the list is longer than the answer. */
const SHOWN = 8

/** What else is to be asked for the counts: a field that narrows is counted as if it did not. */
export function widenings(query: EngineQuery, { meant }: Pick<Understood, 'meant'>): Map<Field, EngineQuery> {
  const narrowing = fields.filter((field) => meant.some((each) => each.field === field && !each.asked.negated))
  return new Map(
    narrowing.map((field) => {
      const groups = query.narrowing.groups.filter((tags) => !tags[0]?.startsWith(tagOf(field, '')))
      return [field, { ...query, limit: COUNTED, narrowing: { ...query.narrowing, groups } }]
    }),
  )
}

/** Counts only what the actor may find: `found` was narrowed to that before. */
export async function facetsOf(
  work: Work,
  { found, wider, meant }: { found: Found; wider: ReadonlyMap<Field, Found>; meant: Understood['meant'] },
): Promise<SearchFacet[]> {
  const facets: SearchFacet[] = []
  for (const field of fields) {
    const counts = countsOf(field, (wider.get(field) ?? found).hits)
    const chosen = new Set(meant.flatMap(({ tag, asked }) => (tag && !asked.negated ? [tag] : [])))
    if (counts.size === 0) continue
    const known = await valuesOf(work, field)
    const values = known
      .map(({ value, label }) => ({
        value,
        label,
        count: counts.get(value) ?? 0,
        chosen: chosen.has(tagOf(field, value)),
      }))
      .filter(({ count, chosen }) => count > 0 || chosen)
    const shown = ordered.has(field) ? values : values.toSorted((a, b) => b.count - a.count).slice(0, SHOWN)
    // One value that everything has narrows nothing.
    if (shown.length > 1 || shown.some((each) => each.chosen)) facets.push({ field, values: shown })
  }
  return facets
}

/** These have an order of their own. */
const ordered: ReadonlySet<Field> = new Set(['kind', 'severity', 'year', 'is'])

function countsOf(field: Field, hits: readonly Hit[]): Map<string, number> {
  const prefix = tagOf(field, '')
  const counts = new Map<string, number>()
  for (const { tags = [] } of hits)
    for (const tag of tags)
      if (tag.startsWith(prefix)) counts.set(tag.slice(prefix.length), (counts.get(tag.slice(prefix.length)) ?? 0) + 1)
  return counts
}
