import { expect, test } from 'vitest'
import { flagsOf } from './flags.ts'

let count = 0
const entry = (at: string, kind = 'observation', more = {}) => {
  count += 1
  return {
    id: `${count}`,
    at: `${at}:00.000Z`,
    kind,
    zone: 'UTC',
    knownAt: null,
    latestAt: null,
    milestone: null,
    ...more,
  }
}
const flags = (timeline: ReturnType<typeof entry>[], points = {}, zone = 'Europe/Lisbon') =>
  flagsOf({ timeline, points, zone }).map(
    ({ kind, before, message }) => `${kind}${before ? ' before' : ''}: ${message}`,
  )
const open = { detected: new Date('2026-06-10T12:00:00Z'), mitigated: new Date('2026-06-10T14:00:00Z') }

test('a silence while users were affected, and none that reaches beyond', () => {
  const told = [
    entry('2026-06-10T12:05'),
    entry('2026-06-10T12:50'),
    entry('2026-06-10T13:10'),
    entry('2026-06-10T18:00'),
  ]
  expect(flags(told, open)).toEqual([
    'gap before: 45 min without an entry while users were affected. Did nothing happen, or is it not told?',
    'gap before: 50 min without an entry while users were affected. Did nothing happen, or is it not told?',
  ])
  expect(flags(told)).toEqual([])
})

test('what cannot be', () => {
  expect(flags([entry('2026-06-10T12:05', 'action', { knownAt: '2026-06-10T12:00:00.000Z' })])).toEqual([
    expect.stringMatching(/^order: This was known before/),
  ])
  expect(flags([entry('2026-06-10T12:05', 'acknowledgement'), entry('2026-06-10T12:06', 'page')])).toEqual([
    expect.stringMatching(/^order: This acknowledges a page before/),
  ])
  expect(flags([entry('2026-06-10T12:05', 'acknowledgement')])).toEqual([])
  expect(flags([entry('2026-06-10T12:05', 'detection', { milestone: 'detected' })], open)).toEqual([
    'order: The milestone “Detected” stands 5 min before this entry.',
  ])
})

test.each([
  ['Europe/Lisbon', '2026-10-25T00:30', '2026-10-25T02:10', /went back by 1 h.*1 h 40 min passed/],
  ['Europe/Lisbon', '2026-03-29T00:30', '2026-03-29T01:30', /went forward by 1 h/],
  ['America/New_York', '2026-11-01T05:30', '2026-11-01T07:30', /went back by 1 h/],
  ['Australia/Lord_Howe', '2026-04-04T14:00', '2026-04-04T16:00', /went back by 30 min/],
])('the clocks in %s turned in between', (zone, from, to, message) => {
  expect(flags([entry(from), entry(to)], {}, zone).filter((flag) => flag.startsWith('clock before'))).toEqual([
    expect.stringMatching(message),
  ])
})

test('an hour that the clock showed twice, and none where it never does', () => {
  expect(flags([entry('2026-10-25T00:30')])).toEqual([
    expect.stringMatching(/^clock: .*twice; this is the first \(\+01:00\)/),
  ])
  expect(flags([entry('2026-10-25T01:30')])).toEqual([expect.stringMatching(/this is the second \(\+00:00\)/)])
  expect(flags([entry('2026-10-25T00:30')], {}, 'Asia/Kathmandu')).toEqual([])
})
