import { describe, expect, test } from 'vitest'
import { countInterval, quantile, shareOf, spreadOf, survivalOf } from './statistics.ts'

const close = (value: number | null | undefined, expected: number, digits = 3) =>
  expect(value ?? Number.NaN).toBeCloseTo(expected, digits)

describe('a share', () => {
  test.each([
    // Computed by hand from Wilson’s formula with z = 1.6449.
    [8, 10, 0.8, 0.541, 0.9314],
    [0, 10, 0, 0, 0.213],
    [10, 10, 1, 0.787, 1],
    [50, 100, 0.5, 0.4189, 0.5811],
  ])('of %i in %i', (of, n, share, low, high) => {
    const found = shareOf(of, n)
    close(found?.share, share)
    close(found?.interval.low, low)
    close(found?.interval.high, high)
  })

  test('of nothing is none', () => {
    expect(shareOf(0, 0)).toBeNull()
  })
})

test.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[5], 0.9, 5],
  [[], 0.5, null],
])('of %j the %d quantile is %d', (values, q, expected) => {
  expect(quantile(values, q)).toBe(expected)
})

describe('the spread of times', () => {
  test('says nothing where there is too little to say it of', () => {
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7])).toEqual({
      ...{ n: 7, median: null, p75: null, p90: null, geometricMean: null, interval: null },
    })
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ n: 8, median: 4.5, p75: 6.25, p90: null })
    expect(spreadOf(Array.from({ length: 20 }, (_, index) => index + 1)).p90).toBeCloseTo(18.1)
  })

  test('is the same each time, and its interval holds its median', () => {
    const values = [3, 5, 9, 12, 30, 44, 80, 200, 410, 900, 1_300]
    const [first, second] = [spreadOf(values), spreadOf([...values].reverse())]
    expect(first).toEqual(second)
    expect(first.interval?.low).toBeLessThanOrEqual(first.median ?? 0)
    expect(first.interval?.high).toBeGreaterThanOrEqual(first.median ?? 0)
    close(first.geometricMean, 55.8257)
  })
})

describe('how long things stay open', () => {
  test('counts those that still are for as long as they have been', () => {
    // By hand: at 5 one of six is done (5/6), at 10 one of four (5/8), at 20 one of two (5/16).
    const stays = [
      { days: 5, done: true },
      { days: 8, done: false },
      { days: 10, done: true },
      { days: 12, done: false },
      { days: 20, done: true },
      { days: 30, done: false },
    ]
    const { n, done, median, steps } = survivalOf(stays)
    expect({ n, done, median }).toEqual({ n: 6, done: 3, median: 20 })
    expect(steps.map(({ days }) => days)).toEqual([5, 10, 20])
    for (const [index, open] of [5 / 6, 5 / 8, 5 / 16].entries()) close(steps[index]?.open, open)
  })

  test('has no median while more than half is open', () => {
    expect(
      survivalOf([
        { days: 3, done: true },
        { days: 9, done: false },
        { days: 9, done: false },
      ]).median,
    ).toBeNull()
    expect(survivalOf([])).toEqual({ n: 0, done: 0, median: null, steps: [] })
  })
})

test.each([
  [0, 0, 2.996],
  [5, 1.97, 10.51],
  [20, 13.25, 29.06],
])('around a count of %i lies %d to %d', (count, low, high) => {
  const found = countInterval(count)
  close(found.low, low, 1)
  close(found.high, high, 0)
})
