/**
 * One box finds what a company has learned: postmortems, the incidents behind them, the action items that came of them,
 * and the guides. What is found is always read again as the person who asks.
 */
export const kinds = ['postmortem', 'incident', 'action_item', 'guide'] as const
export type Kind = (typeof kinds)[number]

/** Where each lives. */
export const urlOf = {
  postmortem: (number: number) => `/postmortems/${number}`,
  incident: (number: number) => `/incidents/${number}`,
  action_item: (number: number) => `/action-items/${number}`,
  guide: (slug: string) => `/guides/${slug}`,
}
