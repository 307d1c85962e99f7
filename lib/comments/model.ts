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
export type ThreadState = keyof typeof threadStates

/** Where words stand in the text as it is now. */
export type Spot = { from: number; to: number }

/** Where the quoted words are when nobody knows how the text came to be: only where they stand exactly once. */
export function findQuote(body: string, quote: string): Spot | null {
  const from = quote === '' ? -1 : body.indexOf(quote)
  if (from < 0 || body.indexOf(quote, from + 1) >= 0) return null
  return { from, to: from + quote.length }
}

/** People named in a text: a link to a person whose words begin with @. It reads as a name wherever Markdown is read. */
const MENTION = /\[@[^\]\n]{1,120}\]\(\/people\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/g

export const mentionOf = ({ id, name }: { id: string; name: string }) =>
  `[@${name.replaceAll(/[[\]]/g, '')}](/people/${id})`

export const mentionedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTION)].map(([, id = '']) => id)),
]

/** For those who type `@Mara Lind` into a plain field: their name becomes the mention it was meant to be. */
export function withMentions(text: string, people: readonly { id: string; name: string }[]): string {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length)
  return longestFirst.reduce(
    (told, person) =>
      told
        .split(/(\[@[^\]\n]*\]\([^)\s]*\))/)
        .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(`@${person.name}`, mentionOf(person))))
        .join(''),
    text,
  )
}
