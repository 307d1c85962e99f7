import { describe, expect, test } from 'vitest'
import { distance } from './distance.ts'
import { meantWords, type TermRow } from './meant.ts'

test.each([
  ['', '', 0],
  ['config', 'config', 0],
  ['cofnig', 'config', 1],
  ['confg', 'config', 1],
  ['confiig', 'config', 1],
  ['canfig', 'config', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%j and %j are %i apart', (a, b, edits) => {
  expect(distance(a, b)).toBe(edits)
  expect(distance(b, a)).toBe(edits)
})

const row = (term: string, way: TermRow['way'], word = term, documents = 1): TermRow => ({ term, way, word, documents })

describe('which word was meant', () => {
  test.each<[string, TermRow[], string[]]>([
    ['a known word is itself', [row('cach', 'same')], ['cach']],
    ['an unknown word without likeness stays', [row('xyzzi', 'unknown')], ['xyzzi']],
    [
      'one slip away, the commoner first',
      [
        row('cofnig', 'unknown'),
        row('cofnig', 'near', 'config', 3),
        row('cofnig', 'near', 'cofni', 9),
        row('cofnig', 'near', 'cofnag', 2),
      ],
      ['cofni'],
    ],
    ['two slips away is another word', [row('cofngi', 'unknown'), row('cofngi', 'near', 'config', 3)], ['cofngi']],
    [
      'a mistyped ending leaves the longest beginning',
      [
        row('configuratoin', 'unknown'),
        row('configuratoin', 'shorter', 'config', 9),
        row('configuratoin', 'shorter', 'configur', 2),
      ],
      ['configur'],
    ],
    [
      'a word still being typed is completed',
      [row('postm', 'unknown'), row('postm', 'longer', 'postman', 1), row('postm', 'longer', 'postmortem', 8)],
      ['postmortem'],
    ],
    [
      'two ways to the same word look for it once',
      [row('cach', 'same'), row('cachh', 'unknown'), row('cachh', 'near', 'cach', 5)],
      ['cach'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(meantWords(rows)).toEqual(expected)
  })
})
