import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alike, tellingWords } from './alike.ts'

test.each([
  ['Alert at 70 % of source ports in use', 'Alert when 70 % of source ports are in use', 0.6, 1],
  ['Refuse an empty zone file', 'Refuse empty zone files before a push', 0.4, 1],
  ['Refuse an empty zone file', 'Rotate the signing keys by machine', 0, 0.2],
  ['限制解析器可用的内存', '限制解析器可用的内存', 1, 1],
  ['', 'Anything', 0, 0],
])('“%s” and “%s”', (one, other, least, most) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(least)
  expect(alike(one, other)).toBeLessThanOrEqual(most)
})

test('is the same both ways round, and whole for the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(alike(one, other)).toBe(alike(other, one))
      if (/\p{L}|\p{N}/u.test(one)) expect(alike(one, one)).toBe(1)
    }),
  )
})

test('short words tell nothing apart', () => {
  expect(tellingWords('Put a cap on it: resolver memory')).toEqual(['resolver', 'memory'])
})
