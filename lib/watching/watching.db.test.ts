import { beforeEach, expect, test } from 'vitest'
import { recordIncident } from '#lib/incidents/record.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { tellWatchers } from '#lib/jobs/tell-watchers.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { isWatchingRecord, listWatched } from './queries.ts'
import { unwatch } from './unwatch.ts'
import { watch } from './watch.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

const record = async (extra: Record<string, unknown> = {}) =>
  (
    await cast.done('max', recordIncident, {
      ...{ title: 'Slow answers', severity: 'sev3', kind: 'outage', team: 'edge' },
      milestones: { impactStarted: '2026-06-03T09:00:00Z' },
      ...extra,
    })
  ).number
const later = new Date(NOW.getTime() + 60_000)
const rename = (who: Name, number: number, title: string, version: number) =>
  cast.done(who, updateIncident, { number, version, title }, later)
const told = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 50 }))).items.map(({ says }) => says)

test('whoever watches a record is told once what others do to it, until they stop', async () => {
  const number = await record()
  for (const who of ['tom', 'max'] as const) await cast.done(who, watch, { kind: 'incident', number })
  await cast.done('tom', watch, { kind: 'incident', number })
  expect(await cast.read('tom', (work) => isWatchingRecord(work, { kind: 'incident', number }))).toBe(true)
  await rename('max', number, 'Slow answers in Lisbon', 1)
  await Promise.all([tellWatchers(cast.database, later), tellWatchers(cast.database, later)])
  await tellWatchers(cast.database, later)
  expect(await told('tom')).toEqual(['max changed the title of the incident.'])
  expect(await told('max')).toEqual([])
  await cast.done('tom', unwatch, { kind: 'incident', number })
  await rename('max', number, 'Slow answers', 2)
  await tellWatchers(cast.database, later)
  expect(await told('tom')).toHaveLength(1)
})

test('of a record that is closed to them since, they see nothing: not in the inbox and not in the list', async () => {
  const number = await record()
  await cast.done('tom', watch, { kind: 'incident', number })
  await rename('max', number, 'Slow answers in Lisbon', 1)
  await tellWatchers(cast.database, later)
  await cast.database.asOwner((db) => db.incident.update({ where: { number }, data: { visibility: 'team' } }))
  expect(await told('tom')).toEqual([])
  expect((await cast.read('tom', (work) => listWatched(work, { limit: 10 }))).items).toEqual([])
})

test('a record one may not see cannot be watched, and looks like one that is not there', async () => {
  const number = await record({ visibility: 'restricted', restrictedReason: 'security' })
  const closed = await cast.execute('tom', watch, { kind: 'incident', number })
  const missing = await cast.execute('tom', watch, { kind: 'incident', number: 9_999 })
  expect(closed).toEqual(missing)
  expect(closed).toMatchObject({ ok: false, problem: { kind: 'not_found' } })
})
