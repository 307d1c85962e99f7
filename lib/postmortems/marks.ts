/** Something left open in a text, as it stands there: `[unknown: when did impact start?]`, `TODO`, `??:??`. */
export type Mark = { mark: string; line: number }

/** A visible mark for what facts do not say. Nothing is invented in its place. */
export const unknown = (question: string): string => `[unknown: ${question}]`

/** How a writer says openly that something cannot be known, so that nobody has to invent an answer. */
export const staysUnknown = (what: string): string => `[stays unknown: ${what}, because …]`

const SETTLED =
  /^\[stays unknown:[ \t]{0,4}(?<what>\S[^\]\n]{0,119}?),?[ \t]{1,4}because[ \t](?<why>[^\]\n]{1,300})\]$/i

// Alternatives that cannot overlap, each with a bounded run: linear on any text.
const OPEN =
  /\[unknown(?::[^\]\n]{0,200})?\]|\[[Ss]tays unknown[^\]\n]{0,440}\]|\b(?:TODO|FIXME|TBD)\b|\?\?:\?\?|(?<![?\w])\?\?(?![?\w])/g

/** What is said to stay unknown, in lower case. Without a reason it is as open as before. */
export const settledIn = (text: string): string[] => marksIn(text).flatMap(({ mark }) => settled(mark) ?? [])

/** What waits for an answer. Code is left out: logs and snippets say TODO for reasons of their own. */
export const openMarks = (text: string): Mark[] => marksIn(text).filter(({ mark }) => settled(mark) === null)

function settled(mark: string): string | null {
  const { what, why } = SETTLED.exec(mark)?.groups ?? {}
  return what && /\p{L}{2}/u.test(why ?? '') ? what.trim().toLowerCase() : null
}

function marksIn(text: string): Mark[] {
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
