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
