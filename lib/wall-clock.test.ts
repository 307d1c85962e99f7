import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MomentText } from './time.ts'
import { exactWallOf, instantsOf, settle, wallOf } from './wall-clock.ts'

const iso = (wall: string, zone: string) => instantsOf(wall, zone).map((at) => at.toISOString().replace('.000', ''))

describe('reading a wall clock', () => {
  const cases: [string, string, string[]][] = [
    ['2026-06-10T14:02', 'Europe/Lisbon', ['2026-06-10T13:02:00Z']],
    ['2026-06-10 14:02:07', 'UTC', ['2026-06-10T14:02:07Z']],
    // The clocks go back at 02:00 summer time, so 01:30 is shown twice, an hour apart.
    ['2026-10-25T01:30', 'Europe/Lisbon', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']],
    ['2026-10-25T02:00', 'Europe/Lisbon', ['2026-10-25T02:00:00Z']],
    ['2026-11-01T01:30', 'America/Denver', ['2026-11-01T07:30:00Z', '2026-11-01T08:30:00Z']],
    // The clocks go forward from 01:00 to 02:00.
    ['2026-03-29T01:30', 'Europe/Lisbon', []],
    ['2026-03-29T02:00', 'Europe/Lisbon', ['2026-03-29T01:00:00Z']],
    // Half an hour of daylight saving.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z']],
    ['2026-06-10T14:02', 'Asia/Kathmandu', ['2026-06-10T08:17:00Z']],
    // Samoa crossed the date line: 30 December 2011 did not happen there.
    ['2011-12-30T12:00', 'Pacific/Apia', []],
    ['2026-02-31T10:00', 'UTC', []],
    ['2026-06-10T24:00', 'UTC', []],
    ['14:02', 'UTC', []],
  ]
  test.each(cases)('%s in %s', (wall, zone, expected) => {
    expect(iso(wall, zone)).toEqual(expected)
  })

  test('says why there is no single instant', () => {
    expect(settle({ wall: '2026-10-25T01:30' }, 'Europe/Lisbon')).toEqual({
      problem: '2026-10-25 01:30 happened twice in Europe/Lisbon: the clocks went back. Say which one is meant.',
    })
    expect(settle({ wall: '2026-03-29T01:30' }, 'Europe/Lisbon')).toMatchObject({
      problem: expect.stringMatching(/skipped/),
    })
  })
})

test('what a box shows is read back as the same instant, in every zone and to the millisecond', () => {
  const zones = ['UTC', 'Europe/Lisbon', 'America/Denver', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 1.2e12, max: 1.9e12 }), (zone, milliseconds) => {
      const at = new Date(milliseconds)
      expect(instantsOf(wallOf(at, zone), zone)).toContainEqual(at)
      expect(MomentText.parse(exactWallOf(at, zone))).toEqual(at)
    }),
  )
})

test('only times are moments', () => {
  expect(MomentText.parse('2026-06-10T14:02Z')).toEqual(new Date('2026-06-10T14:02:00Z'))
  expect(MomentText.parse('2026-06-10T14:02')).toEqual({ wall: '2026-06-10T14:02' })
  for (const text of ['', 'yesterday', '2026-02-30T10:00', '2026-06-10', '10/06/2026 14:02'])
    expect(MomentText.safeParse(text).success).toBe(false)
})
