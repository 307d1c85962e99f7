import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QUERY_MAX } from './model.ts'
import { parseQuery, WORDS_MAX } from './parse.ts'

describe('what a query says', () => {
  test.each([
    ['certificate expired', { text: 'certificate expired', phrases: [], without: [] }],
    ['"split brain" database', { text: 'split brain database', phrases: ['split brain'], without: [] }],
    ['cache -redis', { text: 'cache', phrases: [], without: ['redis'] }],
    ['cache -"read replica"', { text: 'cache', phrases: [], without: ['read replica'] }],
    ['“typographic quotes”', { text: 'typographic quotes', phrases: ['typographic quotes'], without: [] }],
    ['edge-proxy 10.0.0.1 config.yaml,', { text: 'edge-proxy 10.0.0.1 config.yaml', phrases: [], without: [] }],
    ['an "open quote', { text: 'an open quote', phrases: [], without: [] }],
    ['--ignore-daemonsets', { text: 'ignore-daemonsets', phrases: [], without: [] }],
    ['-', { text: '', phrases: [], without: [] }],
    ['-only', { text: '', phrases: [], without: ['only'] }],
    ['"" \'\' () & | ! :* <->', { text: '', phrases: [], without: [] }],
    ['a\0b', { text: 'a b', phrases: [], without: [] }],
    [
      'see https://status.example.com/2019/06/expired-certificate',
      { text: 'see 2019 06 expired certificate', phrases: [], without: [] },
    ],
  ])('%j', (raw, expected) => {
    expect(parseQuery(raw)).toEqual({ ...expected, asked: [] })
  })

  test('in a pasted paragraph quotes and dashes are punctuation', () => {
    const paragraph = `A "network disruption" caused metadata services to see load - and response times -n to exceed what clients were ready to wait for.`
    expect(parseQuery(paragraph)).toMatchObject({ phrases: [], without: [] })
    expect(parseQuery(paragraph).text).toContain('network disruption')
  })
})

test('whatever is sent becomes a bounded query', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5_000 }),
    fc.string({
      unit: fc.constantFrom('"', '-', ' ', 'a', '\\', '\0', '\ud800', "'", ':', '*', '('),
      maxLength: 3_000,
    }),
  )
  fc.assert(
    fc.property(hostile, (raw) => {
      const { text, phrases, without } = parseQuery(raw)
      expect(text.length).toBeLessThanOrEqual(QUERY_MAX)
      expect(text.split(' ').length).toBeLessThanOrEqual(WORDS_MAX)
      expect(phrases.length + without.length).toBeLessThanOrEqual(8)
      expect([text, ...phrases, ...without].join('')).not.toMatch(/[\0\ufffd]/)
      expect(text.isWellFormed()).toBe(true)
    }),
  )
})
