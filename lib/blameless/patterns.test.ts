import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePattern, quantifiers, worstSteps } from '#lib/testing/pattern-work.ts'
import { packs } from './packs.ts'

const patterns = packs.flatMap(({ rules, terms, language }) => [
  ...rules.flatMap((rule) => [
    ...(rule.pattern ? [{ name: rule.id, pattern: rule.pattern }] : []),
    ...('unless' in rule && rule.unless ? [{ name: `${rule.id} unless`, pattern: rule.unless }] : []),
  ]),
  { name: `terms of ${language}`, pattern: terms },
])

describe('no pattern takes longer than in proportion to the text', () => {
  test.each(patterns)('$name repeats nothing without end', ({ pattern }) => {
    const unbounded = quantifiers(parsePattern(pattern.source)).filter(({ most }) => most === Number.POSITIVE_INFINITY)
    expect(unbounded).toEqual([])
  })

  // 500 words of the pattern itself and of its own letters are the worst that can be brought against it.
  test.each(patterns)('$name does a bounded amount of work a character on hostile text', ({ pattern }) => {
    const tree = parsePattern(pattern.source)
    const words = [...new Set(pattern.source.match(/[\p{L}]{1,20}/gu) ?? ['a'])]
    const piece = fc.constantFrom(
      ...words,
      'a',
      ' ',
      '-',
      "'",
      ' the ',
      ' we ',
      'ly',
      'ed ',
      'x'.repeat(30),
      '应',
      '没',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 20, maxLength: 60 }), (pieces) => {
        const once = pieces.join('')
        const [short, long] = [worstSteps(tree, once.repeat(2)), worstSteps(tree, once.repeat(8))]
        // The most work any one starting place costs: it must not grow with the length of the text.
        expect(long).toBeLessThanOrEqual(Math.max(short * 2, 20_000))
      }),
      { numRuns: 12, seed: 8 },
    )
  })

  test('and the counting sees a pattern that does not keep to it', () => {
    expect(quantifiers(parsePattern('(?:a+)+b')).filter(({ most }) => most === Number.POSITIVE_INFINITY)).toHaveLength(
      2,
    )
    expect(() => worstSteps(parsePattern('(?:a{1,30}){1,30}b'), 'a'.repeat(40))).toThrow('More than a million')
    expect(worstSteps(parsePattern('ab'), 'ab'.repeat(400))).toBeLessThan(10)
  })
})
