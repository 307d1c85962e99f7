import { describe, expect, test } from 'vitest'
import { readTime, spellTime } from './parse.ts'

const zone = 'Europe/Lisbon'
const at = (text: string) => new Date(text)
const read = (text: string, around: Partial<Parameters<typeof readTime>[1]> = {}) => {
  const reading = readTime(text, { zone, after: at('2026-06-10T12:00:00Z'), ...around })
  return 'at' in reading ? reading.at.toISOString().replace(':00.000', '').replace('.000', '') : reading.problem
}

describe('one box for the time', () => {
  const cases: [string, string][] = [
    ['14:02', '2026-06-10T13:02Z'],
    ['1402', '2026-06-10T13:02Z'],
    ['14h02', '2026-06-10T13:02Z'],
    ['2:02 pm', '2026-06-10T13:02Z'],
    ['12:30 am', '2026-06-10T23:30Z'],
    ['14:02:07', '2026-06-10T13:02:07Z'],
    ['１４：０２', '2026-06-10T13:02Z'],
    ['14:02Z', '2026-06-10T14:02Z'],
    ['14:02 UTC', '2026-06-10T14:02Z'],
    ['14:02 +05:45', '2026-06-11T08:17Z'],
    ['+5m', '2026-06-10T12:05Z'],
    ['+5', '2026-06-10T12:05Z'],
    ['+1h30m', '2026-06-10T13:30Z'],
    ['+90s', '2026-06-10T12:01:30Z'],
    ['2026-06-09 23:50', '2026-06-09T22:50Z'],
    ['2026-06-09T23:50+02:00', '2026-06-09T21:50Z'],
    // Lisbon reads 13:00 at the entry before: ten to one is out of order, half past nine is tomorrow.
    ['12:50', '2026-06-10T11:50Z'],
    ['00:10', '2026-06-10T23:10Z'],
    ['09:30', '2026-06-11T08:30Z'],
  ]
  test.each(cases)('%s after 13:00 in Lisbon', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(['', '25:00', '14:60', 'noon', '13:02 pm', '2026-02-30 10:00', '1.5'])('"%s" is no time', (text) => {
    expect(read(text)).toBe('Write a time like 14:02, +5m or 2026-11-20 14:02.')
  })

  test.each(['14:02 CET', '14:02 BST', '2026-06-10 14:02 IST'])('%s names no single zone', (text) => {
    expect(read(text)).toMatch(/^Leave the abbreviation out.*read in Europe\/Lisbon/)
  })

  test('counts from something', () => {
    expect(read('+5m', { after: null })).toMatch(/no entry before/)
    expect(read('14:02', { after: null })).toMatch(/Write the date too/)
  })
})

describe('without a date it belongs to the incident', () => {
  const near = [at('2026-06-10T22:50:00Z'), at('2026-06-11T01:20:00Z')]
  test.each([
    ['23:40', '2026-06-10T22:40Z'],
    ['01:30', '2026-06-11T00:30Z'],
    ['22:00', '2026-06-10T21:00Z'],
    ['03:10', '2026-06-11T02:10Z'],
  ])('%s', (text, expected) => {
    expect(read(text, { near })).toBe(expected)
  })

  test('unless somebody names the day', () => {
    expect(read('23:40', { near, day: '2026-06-12' })).toBe('2026-06-12T22:40Z')
  })
})

describe('when the clocks change', () => {
  const autumn = { after: at('2026-10-25T00:10:00Z') }
  test('an hour that happened twice is asked about, and the answer is taken', () => {
    expect(read('01:30', autumn)).toBe(
      '2026-10-25 01:30 happened twice in Europe/Lisbon: the clocks went back. Say which one is meant. Write 2026-10-25 01:30+01:00 or 2026-10-25 01:30+00:00.',
    )
    expect(read('2026-10-25 01:30+01:00', autumn)).toBe('2026-10-25T00:30Z')
    expect(read('2026-10-25 01:30+00:00', autumn)).toBe('2026-10-25T01:30Z')
    expect(read('01:30 +00:00', autumn)).toBe('2026-10-25T01:30Z')
    expect(read('+1h', autumn)).toBe('2026-10-25T01:10Z')
  })

  test('an hour that was skipped is no time', () => {
    expect(read('01:30', { after: at('2026-03-29T00:50:00Z') })).toMatch(
      /2026-03-29 01:30 was skipped in Europe\/Lisbon/,
    )
  })

  test('the hour after midnight is told from the one a day later', () => {
    expect(read('02:30', { after: at('2026-10-25T01:50:00Z') })).toBe('2026-10-25T02:30Z')
  })
})

test('what the box shows is read back as the same instant', () => {
  for (const text of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-06-10T13:02:07Z', '2026-03-29T01:00:00Z'])
    expect(readTime(spellTime(at(text), zone), { zone, after: null })).toEqual({ at: at(text) })
  expect(spellTime(at('2026-10-25T00:30:00Z'), zone)).toBe('2026-10-25 01:30+01:00')
  expect(spellTime(at('2026-06-10T13:02:00Z'), zone)).toBe('2026-06-10 14:02')
})
