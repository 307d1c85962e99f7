import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain.ts'
import { snippetOf } from './snippet.ts'

const marked = (text: string, words: string[]) => {
  const snippet = snippetOf(text, words)
  return snippet.marks.map(([start, end]) => snippet.text.slice(start, end))
}

test('marks the words as they stand in the text, whatever their ending, case or accent', () => {
  expect(marked('Certificates expired. The happy café had a certificate too.', ['certif', 'happi', 'cafe'])).toEqual([
    'Certificates',
    'happy',
    'café',
    'certificate',
  ])
})

test('a short word is marked whole or not at all', () => {
  expect(marked('The API and the apiary.', ['api'])).toEqual(['API'])
})

test('quotes the place where most of the words stand together', () => {
  const filler = 'Nothing happened here for a long while. '.repeat(40)
  const { text } = snippetOf(`Deploy. ${filler} The deploy met an expired certificate. ${filler}`, [
    'deploy',
    'expir',
    'certif',
  ])
  expect(text).toContain('deploy met an expired certificate')
  expect(text).toMatch(/^… .* …$/)
  expect(text.length).toBeLessThan(300)
})

test('without any of the words it quotes the beginning', () => {
  expect(snippetOf('All is well.', ['certif'])).toEqual({ text: 'All is well.', marks: [] })
  expect(snippetOf('', ['certif'])).toEqual({ text: '', marks: [] })
})

test('marks lie within the text and after one another, for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 2_000 }),
      fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }),
      (text, words) => {
        const snippet = snippetOf(text, words)
        let last = 0
        for (const [start, end] of snippet.marks) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(snippet.text.length)
      },
    ),
  )
})

test('the signs of Markdown are no words', () => {
  const markdown = [
    '## What happened',
    '',
    '- [x] The **proxy** ran `config_push` twice',
    '> quoted [by a link](https://example.com/a "title") and ![a picture](b.png)',
    '| a | b |',
    '| --- | --- |',
    '```yaml',
    'key: value',
    '```',
    'line<br>break 3 < 4',
  ].join('\n')
  expect(plainText(markdown)).toBe(
    'What happened\nThe proxy ran config_push twice\nquoted by a link and a picture\na b\nkey: value\nline break 3 < 4',
  )
})

test.each(['[', '](', '![', '<a', '*_', '`', '| ', '> ', '- ', '[a](b', ' \n'])('200 KB of %j end in time', (piece) => {
  expect(plainText(piece.repeat(200_000 / piece.length)).length).toBeLessThanOrEqual(300_000)
})
