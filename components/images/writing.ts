import type { Text } from '@codemirror/state'

type Change = { from: number; to?: number; insert: string }

/** On a line of its own: where the cursor's line has words, below them. */
export function insertionOf(doc: Text, at: number, name: string): Change {
  const line = doc.lineAt(Math.min(at, doc.length))
  const picture = `![](${name})`
  if (line.text.trim() === '') {
    const above = line.number > 1 && doc.line(line.number - 1).text.trim() !== '' ? '\n' : ''
    return { from: line.from, to: line.to, insert: `${above}${picture}\n` }
  }
  return { from: line.to, insert: `\n\n${picture}\n` }
}

/** The words go between the brackets, unless somebody has put some there. */
export function withWords(doc: string, name: string, words: string): Change | undefined {
  const at = doc.indexOf(`![](${name})`)
  const clean = words
    .replace(/\s+/g, ' ')
    .replace(/[[\]\\]/g, (sign) => `\\${sign}`)
    .trim()
  return at < 0 || clean === '' ? undefined : { from: at + 2, insert: clean }
}
