/**
 * A view is a name for a list with its filters, its grouping and its look: action items, postmortems, or what a search
 * finds. It belongs to whoever saved it, who may share it with a team or with everybody. It holds no records: what it
 * shows is read again, as whoever looks.
 */

/** More than these are not found again by their names. */
export const VIEWS_MAX = 50

type List = {
  path: string
  /** What it is shown by. Where one stands in it, and what one is doing there, is no part of a view. */
  kept: readonly string[]
  /** Where everything is, for lists that may begin with a view of one's own instead. */
  everything?: string
}

export const lists = {
  action_items: {
    path: '/action-items',
    everything: '/action-items?status=open',
    kept: [
      ...['q', 'status', 'state', 'late', 'team', 'owner', 'priority', 'commitment', 'progress', 'purpose', 'strength'],
      ...['removes', 'program', 'postmortem', 'incident', 'mechanism', 'dueFrom', 'dueUntil', 'not', 'as', 'by'],
    ],
  },
  postmortems: {
    path: '/postmortems',
    kept: ['q', 'state', 'severity', 'team', 'service', 'mechanism', 'late'],
  },
  search: { path: '/search', kept: ['q'] },
} as const satisfies Record<string, List>
export type ListName = keyof typeof lists

const listOf = (list: ListName): List => lists[list]

/** The same list has the same text, whatever order it was typed in. */
export function tidyQuery(list: ListName, query: string): string {
  const given = [...new URLSearchParams(query.replace(/^\?/, ''))].filter(
    ([name, value]) => listOf(list).kept.includes(name) && value !== '',
  )
  const sorted = given.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  return new URLSearchParams(sorted).toString()
}

export const viewHref = ({ list, id, query }: { list: ListName; id: string; query: string }) =>
  `${lists[list].path}?${query}${query ? '&' : ''}view=${id}`

/** Where the list shows everything it shows by itself. */
export const everythingIn = (list: ListName): string => listOf(list).everything ?? lists[list].path

export const mayBegin = (list: ListName): boolean => listOf(list).everything !== undefined
