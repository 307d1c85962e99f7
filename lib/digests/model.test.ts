import { describe, expect, test } from 'vitest'
import { dayToTell, isQuiet, isQuietAt, type MailSettings, paces, shippedSettings } from './model.ts'

const STEP = 30 * 60_000
/** Each sets its clocks on other days; Lord Howe by half an hour, Santiago at midnight, Casablanca around Ramadan. */
const zones = ['Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Casablanca']

test.each([
  [{ quietFrom: 20, quietUntil: 8 }, [20, 23, 0, 7], [8, 12, 19]],
  [{ quietFrom: 1, quietUntil: 5 }, [1, 4], [0, 5, 23]],
  [{ quietFrom: 9, quietUntil: 9 }, [], [0, 8, 9, 23]],
])('%j is quiet at %j and not at %j', (quiet, silent, open) => {
  for (const hour of silent) expect(isQuietAt(hour, quiet)).toBe(true)
  for (const hour of open) expect(isQuietAt(hour, quiet)).toBe(false)
})

describe('a year of half hours', () => {
  const year = Array.from(
    { length: (365 * 86_400_000) / STEP },
    (_, step) => new Date(Date.UTC(2026, 0, 1) + step * STEP),
  )
  const expected: Record<MailSettings['pace'], (dates: string[]) => string[]> = {
    day: (dates) => dates,
    working_day: (dates) => dates.filter((date) => ![0, 6].includes(weekday(date))),
    week: (dates) => dates.filter((date) => weekday(date) === 1),
    never: () => [],
  }
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

  test.each(zones.flatMap((zone) => paces.map((pace) => [zone, pace] as const)))(
    'in %s, %s: every day it should be has its turn, none in quiet hours',
    (zone, pace) => {
      const settings = { ...shippedSettings, pace }
      const told = new Set<string>()
      for (const now of year) {
        const day = dayToTell(now, zone, settings)
        if (!day) continue
        expect(isQuiet(now, zone, settings)).toBe(false)
        told.add(day)
      }
      const dates = Array.from({ length: 365 }, (_, day) =>
        new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      )
      // The year’s edges fall on other days in other zones.
      const inner = (list: Iterable<string>) => [...list].filter((date) => date > '2026-01-05' && date < '2026-12-28')
      expect(inner([...told].sort())).toEqual(inner(expected[pace](dates)))
    },
  )
})

test('a week that could not be told on Monday is told as the same week later', () => {
  const settings: MailSettings = { ...shippedSettings, pace: 'week' }
  expect(dayToTell(new Date('2026-06-11T12:00:00Z'), 'Europe/Lisbon', settings)).toBe('2026-06-08')
  expect(dayToTell(new Date('2026-06-13T12:00:00Z'), 'Europe/Lisbon', settings)).toBeNull()
})
