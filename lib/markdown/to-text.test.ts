import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from '#lib/markdown/to-text.ts'

test('a short text stays whole, on one line', () => {
  expect(excerpt('  Reads\nfailed. ', 20)).toBe('Reads failed.')
})

test('a cut falls between words and leaves no dangling mark', () => {
  expect(excerpt('Reads failed in Frankfurt, because a lease expired.', 28)).toBe('Reads failed in Frankfurt…')
})

test('a text without spaces is cut anyway, never through a character', () => {
  expect(excerpt('配置文件推送到全球边缘', 6)).toBe('配置文件推…')
  expect(excerpt('🔥🔥🔥', 4)).toBe('🔥…')
})

test('an excerpt is never longer than asked and never broken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
      const result = excerpt(text, max)
      expect(result.length).toBeLessThanOrEqual(max)
      expect(result.isWellFormed()).toBe(true)
    }),
  )
})
