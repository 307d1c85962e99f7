import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf, circlesIn, isLapsed, isRedundant, kpisOf, mayTreat, nextTreatments, redundancyState } from './model.ts'

describe('what can be counted on', () => {
  test.each([
    ['none', null, 'none'],
    ['cold', { testedOn: '2026-06-01', passed: true }, 'cold'],
    ['hot', null, 'hot_untested'],
    ['hot', { testedOn: '2025-12-12', passed: true }, 'hot_tested'],
    ['hot', { testedOn: '2025-12-11', passed: true }, 'hot_untested'],
    ['hot', { testedOn: '2026-06-01', passed: false }, 'hot_untested'],
    ['active_active', null, 'active_active'],
  ] as const)('%s with %o is %s', (built, newest, state) => {
    expect(redundancyState(built, newest, '2026-06-10')).toBe(state)
  })

  test('an untested spare is none', () => {
    expect(['none', 'cold', 'warm', 'hot_untested'].some((state) => isRedundant(state as 'none'))).toBe(false)
    expect(['hot_tested', 'active_active', 'statically_stable'].every((state) => isRedundant(state as 'none'))).toBe(
      true,
    )
  })
})

test('an acceptance counts through its last day', () => {
  expect(isLapsed({ acceptedUntil: '2026-06-10', today: '2026-06-10' })).toBe(false)
  expect(isLapsed({ acceptedUntil: '2026-06-09', today: '2026-06-10' })).toBe(true)
  expect(isLapsed({ acceptedUntil: null, today: '2026-06-10' })).toBe(false)
})

test.each([
  [0, 'low'],
  [11, 'low'],
  [12, 'medium'],
  [29, 'medium'],
  [30, 'high'],
  [75, 'high'],
])('%i is %s', (score, band) => expect(bandOf(score)).toBe(band))

describe('decisions', () => {
  const open = { closed: false, treatment: null }
  test('what is resolved is opened first', () => {
    expect(nextTreatments({ closed: true, treatment: 'resolve' })).toEqual(['reopen'])
    expect(mayTreat({ closed: true, treatment: 'resolve' }, 'reduce')).toMatchObject({ allowed: false })
  })
  test('what is open cannot be opened', () => {
    expect(nextTreatments(open)).toEqual(['eliminate', 'isolate', 'reduce', 'accept', 'resolve'])
    expect(mayTreat(open, 'reopen')).toEqual({ allowed: false, reason: 'It is open already.' })
  })
})

describe('circles', () => {
  const edges = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }))
  test.each([
    ['nothing', [], []],
    ['a chain', edges([1, 2], [2, 3]), []],
    ['two that need each other', edges([1, 2], [2, 1]), [[1, 2]]],
    ['a long way round', edges([4, 2], [2, 9], [9, 4], [9, 1]), [[2, 4, 9]]],
    ['a diamond', edges([1, 2], [1, 3], [2, 4], [3, 4]), []],
    [
      'two apart',
      edges([1, 2], [2, 1], [2, 3], [5, 6], [6, 5]),
      [
        [1, 2],
        [5, 6],
      ],
    ],
  ])('%s', (_, given, found) => expect(circlesIn(given)).toEqual(found))

  test('two are in one circle exactly when each leads to the other', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const given = edges(...pairs)
        const circles = circlesIn(given)
        for (let one = 1; one <= 8; one += 1)
          for (let other = one + 1; other <= 8; other += 1)
            expect(circles.some((circle) => circle.includes(one) && circle.includes(other))).toBe(
              leads(given, one, other) && leads(given, other, one),
            )
      }),
    )
  })

  test('a chain as long as a register may be', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => ({ from: index, to: index + 1 }))
    expect(circlesIn(long)).toEqual([])
    expect(circlesIn([...long, { from: 20_000, to: 0 }])[0]).toHaveLength(20_001)
  })
})

function leads(
  edges: readonly { from: number; to: number }[],
  from: number,
  to: number,
  seen = new Set<number>(),
): boolean {
  if (seen.has(from)) return false
  seen.add(from)
  return edges.some((edge) => edge.from === from && (edge.to === to || leads(edges, edge.to, to, seen)))
}

test('the figures of a register, counted by hand', () => {
  const entry = { closed: false, score: 10, tier: 1, state: 'none' as const, breakGlass: false, lapsed: false }
  expect(
    kpisOf([
      { ...entry, tier: 0, score: 40, breakGlass: true },
      { ...entry, state: 'hot_tested', score: 5 },
      { ...entry, state: 'hot_untested', lapsed: true },
      { ...entry, state: 'active_active', breakGlass: true },
      { ...entry, tier: null, state: 'warm' },
      { ...entry, closed: true, score: 75, lapsed: true },
    ]),
  ).toEqual({
    open: 5,
    single: 3,
    byTier: [
      { tier: 0, single: 1 },
      { tier: 1, single: 1 },
      { tier: null, single: 1 },
    ],
    weight: 75,
    tested: { hot: 2, tested: 1 },
    breakGlass: 1,
    lapsed: 1,
  })
})
