import { Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { insertionOf, withWords } from './writing.ts'

const name = 'images/2c26b46b-68ff-88ff-b99b-453c1d304134.png'

function applied(text: string, change: { from: number; to?: number; insert: string }): string {
  return text.slice(0, change.from) + change.insert + text.slice(change.to ?? change.from)
}

describe('a picture in a text', () => {
  test.each([
    ['', 0, `![](${name})\n`],
    ['Words', 2, `Words\n\n![](${name})\n`],
    ['Words\n', 6, `Words\n\n![](${name})\n`],
    ['Words\n\nmore', 6, `Words\n\n![](${name})\n\nmore`],
    ['Words\nmore', 3, `Words\n\n![](${name})\n\nmore`],
    ['Words', 99, `Words\n\n![](${name})\n`],
  ])('comes into %j at %i on a line of its own', (text, at, expected) => {
    const doc = Text.of(text.split('\n'))
    expect(applied(text, insertionOf(doc, at, name))).toBe(expected)
  })

  test('is described between its brackets, once', () => {
    const text = `Before\n\n![](${name})\n`
    const change = withWords(text, name, '  Errors [by\nregion] \\ day ')
    expect(change && applied(text, change)).toBe(`Before\n\n![Errors \\[by region\\] \\\\ day](${name})\n`)
    expect(withWords(`![theirs](${name})`, name, 'mine')).toBeUndefined()
    expect(withWords(text, name, '  ')).toBeUndefined()
  })
})
