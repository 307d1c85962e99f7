import { type State, states } from '#lib/postmortems/model.ts'

/**
 * One box finds what a company has learned: postmortems and what is said about them, the incidents behind them, the
 * action items, programs, risks and exercises that came of them, the ways systems get hurt, the services they happen in, and the guides. What is found
 * is always read again as the person who asks. A new kind is a line here, a row in sources.ts with how it is read, and
 * one in the policy (lib/policy/floors.ts) with who may find it.
 */
export const kinds = [
  'postmortem',
  'incident',
  'action_item',
  'program',
  'risk',
  'exercise',
  'comment',
  'mechanism',
  'service',
  'guide',
] as const
export type Kind = (typeof kinds)[number]

/** Where each lives. */
export const urlOf = {
  postmortem: (number: number) => `/postmortems/${number}`,
  incident: (number: number) => `/incidents/${number}`,
  action_item: (number: number) => `/action-items/${number}`,
  comment: (postmortem: number) => `/postmortems/${postmortem}/comments`,
  mechanism: (code: string) => `/mechanisms/${code}`,
  service: (slug: string) => `/services/${slug}`,
  program: (number: number) => `/programs/${number}`,
  risk: (number: number) => `/risks/${number}`,
  exercise: (number: number) => `/exercises/${number}`,
  guide: (slug: string) => `/guides/${slug}`,
}

export const isState = (state: string | null): state is State => state !== null && Object.hasOwn(states, state)

/** A long paragraph from a chat, an alert or a status page: the longest we saw has 1,200 characters and 170 words. */
export const QUERY_MAX = 2_000
