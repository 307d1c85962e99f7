/** Something left open in a text, as it stands there: `[unknown: when did impact start?]`, `TODO`, `??:??`. */
export type Mark = { mark: string; line: number }

/** A visible mark for what facts do not say. Nothing is invented in its place. */
export const unknown = (question: string): string => `[unknown: ${question}]`

// Alternatives that cannot overlap, each with a bounded run: linear on any text.
const OPEN = /\[unknown(?::[^\]\n]{0,200})?\]|\b(?:TODO|FIXME|TBD)\b|\?\?:\?\?|(?<![?\w])\?\?(?![?\w])/g

/** What waits for an answer. Code is left out: logs and snippets say TODO for reasons of their own. */
export function openMarks(text: string): Mark[] {
  const found: Mark[] = []
  let fence: string | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const [, opening] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (fence === null && opening) fence = opening
    else if (fence !== null) fence = opening?.startsWith(fence) ? null : fence
    else for (const [mark] of withoutCode(line).matchAll(OPEN)) found.push({ mark, line: index + 1 })
  }
  return found
}

const withoutCode = (line: string) => line.replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))

/** Whether the text points anywhere a reader can check it. */
export const hasLink = (text: string): boolean => /\bhttps?:\/\/[^\s<>)\]]{3,}/i.test(text)
