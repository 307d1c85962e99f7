import { expect, test } from 'vitest'
import { inReadingOrder, readingMinutes, reviewState } from '#lib/guides/model.ts'

test.each([
  ['2026-11-20', '2026-11-21', 'overdue'],
  ['2026-11-21', '2026-11-21', 'due'],
  ['2026-12-21', '2026-11-21', 'due'],
  ['2026-12-22', '2026-11-21', 'current'],
])('review by %s, today %s: %s', (reviewBy, today, state) => {
  expect(reviewState({ reviewBy }, today)).toBe(state)
})

test('the reading order follows the life of an incident, then the alphabet', () => {
  const guides = [
    { stage: 'learn', title: 'A review' },
    { stage: 'prevent', title: 'Drains' },
    { stage: 'prevent', title: 'Canaries' },
    { stage: 'respond', title: 'Command' },
  ] as const
  expect(inReadingOrder(guides).map(({ title }) => title)).toEqual(['Canaries', 'Drains', 'Command', 'A review'])
})

test('reading time counts words, not the source of a picture, and is never zero', () => {
  expect(readingMinutes('word '.repeat(660))).toBe(3)
  expect(readingMinutes(`<Diagram nodes={[${'{ id: 1 }, '.repeat(500)}]} />`)).toBe(1)
})
