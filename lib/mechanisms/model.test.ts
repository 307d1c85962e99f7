import { expect, test } from 'vitest'
import { isPattern, quarterOf, withoutHoles } from './model.ts'

const now = new Date('2026-11-21T09:00:00Z')

test.each([
  ['2026-01-01T00:00:00Z', '2026-Q1'],
  ['2026-03-31T23:59:59Z', '2026-Q1'],
  ['2026-04-01T00:00:00Z', '2026-Q2'],
  ['2026-12-31T23:59:59Z', '2026-Q4'],
])('%s is in %s', (at, quarter) => {
  expect(quarterOf(new Date(at))).toBe(quarter)
})

test('quarters are shown without holes, a year at least', () => {
  expect(withoutHoles(new Map(), now).map(({ quarter }) => quarter)).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ])
  expect(withoutHoles(new Map([['2025-Q3', 2]]), now)).toEqual([
    { quarter: '2025-Q3', incidents: 2 },
    { quarter: '2025-Q4', incidents: 0 },
    { quarter: '2026-Q1', incidents: 0 },
    { quarter: '2026-Q2', incidents: 0 },
    { quarter: '2026-Q3', incidents: 0 },
    { quarter: '2026-Q4', incidents: 0 },
  ])
})

test('what is older than three years is not drawn', () => {
  const quarters = withoutHoles(new Map([['2019-Q1', 5]]), now)
  expect(quarters).toHaveLength(12)
  expect(quarters[0]).toEqual({ quarter: '2024-Q1', incidents: 0 })
})

test('the third time within half a year is a pattern', () => {
  expect([0, 2, 3, 9].map((recent) => isPattern({ recent }))).toEqual([false, false, true, true])
})
