import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { relative, Time, TimeAgo } from './time.tsx'

const at = new Date('2026-11-12T09:12:00Z')
const now = new Date('2026-11-20T10:00:00Z')

test('an instant names its zone, for machines and for people', () => {
  expect(renderToStaticMarkup(<Time value={at} zone="UTC" now={now} />)).toBe(
    '<time dateTime="2026-11-12T09:12:00.000Z" title="8 days ago">12 Nov 2026, 09:12 UTC</time>',
  )
  expect(renderToStaticMarkup(<Time value={at} zone="Asia/Shanghai" />)).toContain('12 Nov 2026, 17:12 GMT+8')
})

test('a relative time keeps the exact one within reach', () => {
  expect(renderToStaticMarkup(<TimeAgo value={at} zone="Europe/Lisbon" now={now} />)).toBe(
    '<time dateTime="2026-11-12T09:12:00.000Z" title="12 Nov 2026, 09:12 WET">8 days ago</time>',
  )
})

test.each([
  ['2026-11-20T10:00:00Z', 'now'],
  ['2026-11-20T09:59:30Z', 'now'],
  ['2026-11-20T09:58:31Z', '1 minute ago'],
  ['2026-11-20T07:00:00Z', '3 hours ago'],
  ['2026-11-19T09:00:00Z', '1 day ago'],
  ['2026-11-07T10:00:00Z', '13 days ago'],
  ['2026-11-05T10:00:00Z', '2 weeks ago'],
  ['2026-05-20T10:00:00Z', '6 months ago'],
  ['2023-11-20T10:00:00Z', '3 years ago'],
  ['2026-11-22T11:00:00Z', 'in 2 days'],
])('%s reads %s', (value, expected) => {
  expect(relative(new Date(value), now)).toBe(expected)
})
