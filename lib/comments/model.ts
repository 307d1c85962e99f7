/**
 * A thread is what colleagues say about some words of a text being written, or about a whole section. It keeps where the
 * words stood and what they were; where they stand now follows from the updates the section had since. When they are
 * gone, the thread says so and shows them. A suggestion is a thread that says what should stand there instead.
 */
export const threadStates = {
  open: 'Open',
  resolved: 'Resolved',
  accepted: 'Suggestion accepted',
  declined: 'Suggestion declined',
} as const

/** Where words stand in the text as it is now. */
export type Spot = { from: number; to: number }

/** Where the quoted words are when nobody knows how the text came to be: only where they stand exactly once. */
export function findQuote(body: string, quote: string): Spot | null {
  const from = quote === '' ? -1 : body.indexOf(quote)
  if (from < 0 || body.indexOf(quote, from + 1) >= 0) return null
  return { from, to: from + quote.length }
}
