import { type State, states } from '#lib/postmortems/model.ts'

/**
 * One box finds what a company has learned: postmortems, the incidents behind them, the action items that came of them,
 * and the guides. What is found is always read again as the person who asks.
 */
export const kinds = ['postmortem', 'incident', 'action_item', 'program', 'guide'] as const
export type Kind = (typeof kinds)[number]

/** Where each lives. */
export const urlOf = {
  postmortem: (number: number) => `/postmortems/${number}`,
  incident: (number: number) => `/incidents/${number}`,
  action_item: (number: number) => `/action-items/${number}`,
  program: (number: number) => `/programs/${number}`,
  guide: (slug: string) => `/guides/${slug}`,
}

export const isState = (state: string | null): state is State => state !== null && Object.hasOwn(states, state)

/** A long paragraph from a chat, an alert or a status page: the longest we saw has 1,200 characters and 170 words. */
export const QUERY_MAX = 2_000
