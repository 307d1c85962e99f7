/**
 * A view is a name for the list of action items with its filters, its grouping and its look. It belongs to whoever saved
 * it, who may share it with a team or with everybody; whoever sees it may begin with it. It holds no items: what it shows
 * is read again, as whoever looks.
 */

/** More than these are not found again by their names. */
export const VIEWS_MAX = 50

/** What a list is shown by. Where one stands in it, and what one is doing there, is no part of a view. */
const kept = new Set([
  ...['q', 'status', 'state', 'late', 'team', 'owner', 'priority', 'commitment', 'progress', 'purpose', 'strength'],
  ...['removes', 'program', 'postmortem', 'incident', 'mechanism', 'dueFrom', 'dueUntil', 'as', 'by'],
])

/** The same list has the same text, whatever order it was typed in. */
export function tidyQuery(query: string): string {
  const given = [...new URLSearchParams(query.replace(/^\?/, ''))].filter(
    ([name, value]) => kept.has(name) && value !== '',
  )
  const sorted = given.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  return new URLSearchParams(sorted).toString()
}

export const viewHref = ({ id, query }: { id: string; query: string }) =>
  `/action-items?${query}${query ? '&' : ''}view=${id}`
