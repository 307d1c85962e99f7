import { expect, test } from 'vitest'
import { boundsOf, isQuietWeek, mondayOf, weekToldOn } from './model.ts'

test.each([
  ['2026-06-08', '2026-06-08'],
  ['2026-06-14', '2026-06-08'],
  ['2026-01-01', '2025-12-29'],
])('%s is in the week of %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

test('the week before is told', () => {
  expect(weekToldOn('2026-06-08')).toBe('2026-06-01')
})

test.each([
  ['Europe/Lisbon', '2026-03-23', 167],
  ['Europe/Lisbon', '2026-10-19', 169],
  ['Australia/Lord_Howe', '2026-09-28', 167.5],
  ['America/Santiago', '2026-08-31', 167],
  ['Asia/Singapore', '2026-06-01', 168],
])('in %s the week of %s has %d hours', (zone, monday, hours) => {
  const { from, until } = boundsOf(monday, zone)
  expect((until.getTime() - from.getTime()) / 3_600_000).toBe(hours)
})

test('a week of nothing is quiet', () => {
  const week = { monday: '2026-06-01', published: [], mechanisms: [], items: [], guides: [] }
  expect(isQuietWeek(week)).toBe(true)
  expect(isQuietWeek({ ...week, items: [{ number: 1, title: '', outcome: 'verified' }] })).toBe(false)
})
