import { describe, expect, test } from 'vitest'
import { readPrecisely, spellPrecisely } from './precise.ts'

const around = { zone: 'Europe/Lisbon', after: new Date('2026-06-10T12:00:00Z') }

describe('one box says how exactly', () => {
  test.each([
    ['14:02', 'minute', null, undefined],
    ['14:02:07', 'exact', null, undefined],
    ['~14:02', 'about', null, undefined],
    ['about 14:02', 'about', null, undefined],
    ['ca. 14:02', 'about', null, undefined],
    ['14:02 ±10m', 'about', 10, undefined],
    ['14:02 +/- 5 min', 'about', 5, undefined],
    ['14:02..14:20', 'within', null, '2026-06-10T13:20'],
    ['23:50 … 00:10', 'within', null, '2026-06-10T23:10'],
    ['+5m', 'minute', null, undefined],
  ])('%s', (text, precision, spreadMinutes, latest) => {
    const reading = readPrecisely(text, around)
    expect(reading).toMatchObject({ precision, spreadMinutes })
    expect('latestAt' in reading ? reading.latestAt?.toISOString().slice(0, 16) : 'none').toBe(latest)
  })

  test.each([
    ['14:02..', /Write a time/],
    ['14:02..14:10..14:20', /range like/],
    ['14:02..14:02', /ends before/],
    ['14:02 ±0m', /between 1 and/],
    ['14:02 ±2000m', /between 1 and/],
    ['~', /Write a time/],
    ['~14:02 CST', /abbreviation/],
  ])('"%s" is refused', (text, message) => {
    expect(readPrecisely(text, around)).toMatchObject({ problem: expect.stringMatching(message) })
  })
})

test.each(['Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])(
  'what the box shows in %s is read back as the same, also in the night the clocks change',
  (zone) => {
    const starts = ['2026-03-08T06:30:00Z', '2026-10-25T00:30:00Z', '2026-11-01T05:45:00Z', '2026-04-04T14:50:00Z']
    for (const start of starts)
      for (let step = 0; step < 12; step += 1) {
        const at = new Date(new Date(start).getTime() + step * 15 * 60_000)
        const known = { at, spreadMinutes: null, latestAt: null }
        for (const each of [
          { ...known, precision: 'minute' as const },
          { ...known, precision: 'exact' as const },
          { ...known, precision: 'about' as const, spreadMinutes: 10 },
          { ...known, precision: 'within' as const, latestAt: new Date(at.getTime() + 20 * 60_000) },
        ])
          expect(readPrecisely(spellPrecisely(each, zone), { zone, after: null })).toEqual(each)
      }
  },
)
