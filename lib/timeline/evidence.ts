/** A line of the story is short; the evidence behind it keeps every word. */
const STORY_TEXT_MAX = 500

/** How evidence reads as one line of the story, until somebody words it better. */
export function wordedAs(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
  if (line.length <= STORY_TEXT_MAX) return line
  // Never half a pair: the rest of an emoji would be refused as broken text.
  return `${line
    .slice(0, STORY_TEXT_MAX - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}
