import { beforeEach, expect, test } from 'vitest'
import { actorOfSession } from '#lib/auth/sessions.ts'
import { password, visit } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { inDays, NOW } from '#lib/testing/world.ts'
import { setUp } from './set-up.ts'
import { issueSetupLink } from './setup-link.ts'

const test_ = await testDatabase()
const { database } = test_
beforeEach(() => test_.empty())

const given = {
  organization: 'Northlight',
  zone: 'Europe/Lisbon',
  name: 'Ada',
  email: 'ada@northlight.example',
  password,
}

async function newLink(): Promise<string> {
  const link = await database.asOwner((db) => issueSetupLink(db, NOW))
  return new URL(link ?? '', 'http://localhost').searchParams.get('token') ?? ''
}
const counts = () =>
  database.asOwner(async (db) => ({
    organizations: await db.organization.count(),
    people: await db.person.count(),
    passwords: await db.password.count(),
    sessions: await db.session.count(),
    events: (await db.event.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name).sort(),
  }))
const untouched = { organizations: 0, people: 0, passwords: 0, sessions: 0, events: [] }

test('the link makes the organization and its first administrator, who is signed in', async () => {
  const outcome = await setUp(visit(test_), { ...given, token: await newLink() })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  expect(await actorOfSession(database, { token: outcome.value.token, now: NOW })).toMatchObject({
    name: 'Ada',
    role: 'administrator',
  })
  expect((await counts()).events).toEqual(['organization.set_up', 'person.invited', 'person.signed_in'])
  expect(await database.asOwner((db) => db.setupLink.count())).toBe(0)
  expect(await database.asOwner((db) => issueSetupLink(db, NOW))).toBeNull()
})

test('of twenty at the same moment exactly one gets through', async () => {
  const token = await newLink()
  const attempts = Array.from({ length: 20 }, (_, n) =>
    setUp(visit(test_), { ...given, email: `ada${n}@northlight.example`, token }),
  )
  const outcomes = await Promise.all(attempts)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.problem.kind === 'not_found')).toHaveLength(19)
  expect(await counts()).toMatchObject({ organizations: 1, people: 1, passwords: 1, sessions: 1 })
})

test('the link works once, for a day, and a new one replaces it', async () => {
  const first = await newLink()
  const token = await newLink()
  const tomorrow = inDays(1)
  for (const [wrong, now] of [
    [first, NOW],
    [token, tomorrow],
    ['', NOW],
    ['x'.repeat(43), NOW],
  ] as const)
    expect(await setUp(visit(test_, now), { ...given, token: wrong })).toEqual({
      ok: false,
      problem: { kind: 'not_found' },
    })
  expect(await counts()).toEqual(untouched)
  expect((await setUp(visit(test_), { ...given, token })).ok).toBe(true)
  expect(await setUp(visit(test_), { ...given, token })).toEqual({ ok: false, problem: { kind: 'not_found' } })
})

test.each([
  ['password', 'Password123!'],
  ['email', 'not an address'],
  ['zone', 'Mars/Olympus'],
  ['organization', ''],
])('a %s that will not do leaves the link usable', async (field, value) => {
  const token = await newLink()
  expect(await setUp(visit(test_), { ...given, token, [field]: value })).toMatchObject({
    ok: false,
    problem: { kind: 'invalid', fields: [{ field }] },
  })
  expect(await counts()).toEqual(untouched)
  expect((await setUp(visit(test_), { ...given, token })).ok).toBe(true)
})
