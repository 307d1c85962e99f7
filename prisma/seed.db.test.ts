import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { loadSample } from './seed.ts'

const today = new Date('2026-11-20T15:00:00Z')
let database: TestDatabase['database']

beforeAll(async () => {
  const test = await testDatabase()
  await test.empty()
  database = test.database
  await loadSample(database, today)
})

test('the sample company moves in whole: people, services, and postmortems in every state', async () => {
  const found = await database.asOwner(async (db) => ({
    people: await db.person.count(),
    teams: await db.team.count(),
    services: await db.service.count(),
    incidents: await db.incident.count(),
    states: (await db.postmortem.groupBy({ by: ['state'], orderBy: { state: 'asc' } })).map(({ state }) => state),
    restricted: await db.postmortem.count({ where: { visibility: 'restricted' } }),
    overdue: await db.actionItem.count({ where: { closed: false, dueOn: { lt: today } } }),
    withoutIncident: await db.postmortem.count({ where: { incidentId: null } }),
  }))
  expect(found).toMatchObject({ people: 13, teams: 5, services: 15, incidents: 39, restricted: 2, withoutIncident: 1 })
  expect(found.states).toEqual(['draft', 'in_review', 'changes_asked', 'approved', 'published', 'retracted'])
  expect(found.overdue).toBeGreaterThan(5)
})

test('nothing in it happened in the future, and everything in it left its event', async () => {
  const { future, postmortems, drafted } = await database.asOwner(async (db) => ({
    future: await db.event.count({ where: { at: { gt: today } } }),
    postmortems: await db.postmortem.count(),
    drafted: await db.event.count({ where: { name: 'postmortem.drafted' } }),
  }))
  expect(future).toBe(0)
  expect(drafted).toBe(postmortems)
})

test('sample people cannot sign in from outside, and it moves in only once', async () => {
  expect(await database.asOwner((db) => db.password.count())).toBe(0)
  await expect(loadSample(database, today)).rejects.toThrow(/set up already/)
})
