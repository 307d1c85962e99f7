import { beforeEach, expect, test } from 'vitest'
import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { feedOfToken } from '#lib/auth/feeds.ts'
import { newSecret } from '#lib/auth/secrets.ts'
import { execute } from '#lib/command.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { calendarOf } from './calendar.ts'
import { createCalendarFeed } from './create.ts'
import { listCalendarFeeds } from './queries.ts'
import { revokeCalendarFeed } from './revoke.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const make = (query = '') => w.done('max', createCalendarFeed, { name: 'Due; dates', query })
const owner = (token: string, now = NOW) => feedOfToken(w.database, { token, now })
const read = async (token: string) => {
  const feed = await owner(token)
  if (!feed) throw new Error('There is no such address.')
  const context = w.contextAs(feed.actor)
  return calendarOf(context, { name: feed.name, filter: {}, url: 'https://firebreak.example' })
}
const propose = (more: object) =>
  w.done('max', proposeActionItem, { title: 'Fix', priority: 'p1', team: 'edge', dueOn: '2026-07-10', ...more })

test('shows due dates as days of no zone, and keeps only the hash of its secret', async () => {
  await propose({ title: 'Alert at 70 %, then page; both\\', doneWhen: 'It pages.' })
  const { token, ...shown } = await make('?status=all&cursor=x')
  expect(shown).toMatchObject({ name: 'Due; dates', query: 'status=all', lastUsedAt: null })
  const lines = (await read(token)).split('\r\n')
  expect(lines.slice(0, 5)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Firebreak//Action items//EN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Due\\; dates',
  ])
  expect(lines).toContain('DTSTART;VALUE=DATE:20260710')
  expect(lines).toContain('DTEND;VALUE=DATE:20260711')
  expect(lines).toContain('SUMMARY:AI-1 Alert at 70 %\\, then page\\; both\\\\')
  expect(lines).toContain('UID:action-item-1@firebreak.example')
  const kept = await w.database.asOwner((db) => db.calendarFeed.findMany())
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(kept[0]?.lastUsedAt).toEqual(NOW)
  expect(await w.events()).toContain('calendar_feed.created')
})

test('reads as its owner would today, and never what is restricted', async () => {
  const secret = { visibility: 'restricted', restrictedReason: 'security' }
  await w.done('max', recordIncident, { title: 'Hidden', severity: 'sev2', kind: 'outage', team: 'edge', ...secret })
  await w.done('max', draftPostmortem, { ...secret, incident: 1, title: 'Hidden', template: 'light', team: 'edge' })
  await propose({ title: 'Vault door', postmortem: 1 })
  await propose({ title: 'Open to all' })
  const { token } = await make()
  const calendar = await read(token)
  expect(calendar).toContain('Open to all')
  expect(calendar).not.toContain('Vault door')
  await w.database.asOwner((db) => db.person.update({ where: { id: w.personIds.max }, data: { role: 'guest' } }))
  expect(await read(token)).not.toContain('Open to all')
})

test('is nothing once it is revoked, for whoever left, and for whoever guesses', async () => {
  const { token, id } = await make()
  expect(await owner(newSecret())).toBeNull()
  expect(await owner('x')).toBeNull()
  expect(await w.execute('ines', revokeCalendarFeed, { id })).toMatchObject({ problem: { kind: 'not_found' } })
  await w.done('max', revokeCalendarFeed, { id })
  expect(await owner(token)).toBeNull()
  expect(await w.execute('max', revokeCalendarFeed, { id })).toMatchObject({ problem: { kind: 'forbidden' } })
  const another = await make()
  await w.done('ada', deactivatePerson, { id: w.personIds.max })
  expect(await owner(another.token)).toBeNull()
  const feeds = await w.read('max', (work) => listCalendarFeeds(work, w.actor('max')))
  expect(feeds.map(({ revokedAt }) => revokedAt !== null).sort()).toEqual([false, true])
  expect(await w.read('ines', (work) => listCalendarFeeds(work, w.actor('ines')))).toEqual([])
})

test('is made and revoked in person', async () => {
  const token = { ...w.actor('max'), via: { kind: 'token' as const, tokenId: 'x', scopes: ['admin:write' as const] } }
  const context = w.contextAs(token)
  expect(await execute(context, createCalendarFeed, { name: 'x', query: '' })).toMatchObject({
    problem: { kind: 'forbidden' },
  })
  expect(await w.execute('gus', createCalendarFeed, { name: 'x', query: '' })).toMatchObject({
    problem: { kind: 'forbidden' },
  })
})
