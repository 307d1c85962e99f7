import type { Known } from './known.ts'

/** What the timeline says of one kind, as plain text. */
export const entriesOf = ({ timeline }: Known, kind: string): string[] =>
  timeline.filter((entry) => entry.kind === kind).map(({ text }) => plain(text))

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** Facts are one line of plain text each; what Markdown would read as its own is told to stand as it is. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>|]|(?<!\w)_|_(?!\w)/g, '\\$&')
export const lowered = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()).replace(/\.$/, '')

/** Three figures: more than any share in an incident is measured to. */
export const share = (value: number): string => `${Number((value * 100).toPrecision(3))} %`

export const sequence = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
