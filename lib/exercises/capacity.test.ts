import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headroom, safeCapacity, worstMargin } from './capacity.ts'

test('the lowest limit less a tenth is safe, and names what is short', () => {
  expect(
    safeCapacity([
      { resource: 'CPU', load: 120_000 },
      { resource: 'Connections', load: 100_000 },
    ]),
  ).toEqual({ safe: 90_000, bottleneck: 'Connections' })
  expect(safeCapacity([])).toBeNull()
})

test('headroom is what is left above the peak', () => {
  expect(headroom(60_000, 90_000)).toBeCloseTo(1 / 3)
  expect(headroom(100_000, 90_000)).toBeLessThan(0)
  expect(headroom(1, 0)).toBeNull()
})

describe('the N-1 margin', () => {
  test('by hand: three places, the largest lost', () => {
    const sites = [
      { name: 'Lisbon', safe: 50, peak: 30 },
      { name: 'Frankfurt', safe: 80, peak: 40 },
      { name: 'Madrid', safe: 40, peak: 20 },
    ]
    // 50 + 40 = 90 are left to carry 90.
    expect(worstMargin(sites)).toEqual({ lost: ['Frankfurt'], margin: 0 })
    expect(worstMargin(sites, 2)?.margin).toBeCloseTo((40 - 90) / 90)
  })

  test('needs survivors and something to carry', () => {
    expect(worstMargin([{ name: 'Lisbon', safe: 50, peak: 30 }])).toBeNull()
    expect(worstMargin([])).toBeNull()
    expect(
      worstMargin([
        { name: 'a', safe: 1, peak: 0 },
        { name: 'b', safe: 1, peak: 0 },
      ]),
    ).toBeNull()
  })

  test.each([
    [2, 0.5],
    [3, 2 / 3],
    [5, 0.8],
    [10, 0.9],
  ])('%i equal places can be used to %d', (count, share) => {
    const sites = Array.from({ length: count }, (_, index) => ({ name: `site ${index}`, safe: 100, peak: 100 * share }))
    expect(worstMargin(sites)?.margin).toBeCloseTo(0)
  })

  test('no other single loss is worse', () => {
    const site = fc.record({ safe: fc.nat(1_000), peak: fc.integer({ min: 1, max: 1_000 }) })
    fc.assert(
      fc.property(fc.array(site, { minLength: 2, maxLength: 8 }), (given) => {
        const sites = given.map((one, index) => ({ ...one, name: `site ${index}` }))
        const peak = sites.reduce((sum, one) => sum + one.peak, 0)
        const margins = sites.map((lost) => {
          const left = sites.filter((one) => one !== lost).reduce((sum, one) => sum + one.safe, 0)
          return (left - peak) / peak
        })
        expect(worstMargin(sites)?.margin).toBeCloseTo(Math.min(...margins))
      }),
    )
  })
})
