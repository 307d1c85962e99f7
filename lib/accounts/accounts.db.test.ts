import { beforeEach, describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#lib/auth/passwords.ts'
import { actorOfRequest } from '#lib/auth/request.ts'
import { actorOfSession } from '#lib/auth/sessions.ts'
import { beginSession, signIn } from '#lib/auth/sign-in.ts'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { type Visit, visitOf } from '#lib/auth/visit.ts'
import { execute, type Outcome } from '#lib/command.ts'
import { readEnv } from '#lib/env.ts'
import { contextOn } from '#lib/server.ts'
import { createTeam } from '#lib/teams/create.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { changePassword } from './change-password.ts'
import { choosePassword } from './choose-password.ts'
import { createApiToken } from './create-api-token.ts'
import { deactivatePerson } from './deactivate.ts'
import { invitePerson } from './invite.ts'
import { offerPasswordLink } from './password-link.ts'
import { listApiTokens, listSessions } from './queries.ts'
import { reactivatePerson } from './reactivate.ts'
import { revokeApiToken } from './revoke-api-token.ts'
import { endAllSessions, endSession } from './sign-out.ts'
import { updatePerson } from './update-person.ts'

const test_ = await testDatabase()
const { database } = test_
const env = readEnv({})
const password = 'three otters in a canoe'
const hash = await hashPassword(password)

let w: World
beforeEach(async () => {
  await test_.truncate()
  w = await world(test_)
})

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const visit = (now = NOW, token?: string): Visit => visitOf(new Headers(), { database, env, now, token })
const givePassword = (name: Name) =>
  database.asOwner((db) => db.password.create({ data: { personId: w.personIds[name], hash, changedAt: NOW } }))

async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const sessionOf = async (name: Name) =>
  (await done(beginSession(visit(), { personId: w.personIds[name], method: 'password' }))).token
const nameBehind = async (token: string) => (await actorOfSession(database, { token, now: NOW }))?.name ?? null
const kindOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.problem.kind)
const person = (name: Name) =>
  database.asOwner((db) => db.person.findUniqueOrThrow({ where: { id: w.personIds[name] } }))

describe('inviting', () => {
  const given = { name: 'Nora Quist', email: 'Nora@Northlight.example', role: 'member' }

  test('adds a person and answers a link that chooses a password, once', async () => {
    const { token, person: made } = await w.done('ada', invitePerson, given)
    expect(made).toMatchObject({ email: 'nora@northlight.example', zone: 'Europe/Lisbon', teams: [] })
    expect(await w.events()).toEqual(['person.invited', 'person.password_link_made'])
    const started = await done(choosePassword(visit(), { token, password }))
    expect(await nameBehind(started.token)).toBe('Nora Quist')
    expect(kindOf(await choosePassword(visit(), { token, password }))).toBe('not_found')
    expect(kindOf(await signIn(visit(), { email: given.email, password }))).toBe('ok')
    const link = await database.asOwner((db) => db.passwordLink.count())
    expect(link).toBe(0)
  })

  test('keeps only the hash of the link, for three days', async () => {
    const { token } = await w.done('ada', invitePerson, given)
    const stored = await database.asOwner((db) => db.passwordLink.findMany())
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(kindOf(await choosePassword(visit(later(3)), { token, password }))).toBe('not_found')
  })

  test('is refused for an address that is here, and to others than administrators, and then writes nothing', async () => {
    const again = await w.execute('ada', invitePerson, { ...given, email: 'MAX@northlight.example' })
    expect(again).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'email' }] } })
    for (const who of ['max', 'pia', 'omar', 'gus', 'nobody'] as const)
      expect(kindOf(await w.execute(who, invitePerson, given))).not.toBe('ok')
    expect(await w.events()).toEqual([])
    expect(await database.asOwner((db) => db.person.count())).toBe(9)
  })

  test('does not take a password that everybody tries', async () => {
    const { token } = await w.done('ada', invitePerson, given)
    for (const weak of ['short', 'Password123!', '1234567890', 'aaaaaaaaaaaa', 'qwertyuiop'])
      expect(kindOf(await choosePassword(visit(), { token, password: weak }))).toBe('invalid')
    expect(kindOf(await choosePassword(visit(), { token, password }))).toBe('ok')
  })

  test('twenty uses of one link at the same moment let one through', async () => {
    const { token } = await w.done('ada', invitePerson, given)
    const kinds = (
      await Promise.all(Array.from({ length: 20 }, () => choosePassword(visit(), { token, password })))
    ).map(kindOf)
    expect(kinds.filter((kind) => kind === 'ok')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'not_found')).toHaveLength(19)
  })

  test('a new link replaces the one before', async () => {
    const first = await w.done('ada', offerPasswordLink, { id: w.personIds.max })
    const second = await w.done('ada', offerPasswordLink, { id: w.personIds.max })
    expect(kindOf(await choosePassword(visit(), { token: first.token, password }))).toBe('not_found')
    expect(kindOf(await choosePassword(visit(), { token: second.token, password }))).toBe('ok')
  })
})

describe('a profile', () => {
  test('is kept by its person, and a role is given by an administrator', async () => {
    await w.done('max', updatePerson, { id: w.personIds.max, name: 'Max Ivers', zone: 'Asia/Tokyo' })
    await w.done('ada', updatePerson, { id: w.personIds.max, role: 'auditor' })
    expect(await person('max')).toMatchObject({ name: 'Max Ivers', zone: 'Asia/Tokyo', role: 'auditor' })
    expect(await w.events()).toEqual(['person.updated', 'person.updated'])
  })

  test.each([
    ['their own role', { role: 'administrator' }],
    ['another’s name', { id: 'tom', name: 'Tim' }],
  ])('%s is not changed by a member', async (_, { id, ...fields }: { id?: string; role?: string; name?: string }) => {
    const outcome = await w.execute('max', updatePerson, { id: w.personIds[(id ?? 'max') as Name], ...fields })
    expect(kindOf(outcome)).toBe('forbidden')
    expect(await person('max')).toMatchObject({ role: 'member' })
    expect(await w.events()).toEqual([])
  })

  test.each(['email', 'id2', 'deactivatedAt', 'createdAt'])('cannot be given the field %s', async (field) => {
    expect(kindOf(await w.execute('ada', updatePerson, { id: w.personIds.max, [field]: 'x' }))).toBe('invalid')
  })

  test('the last administrator stays one', async () => {
    const outcome = await w.execute('ada', updatePerson, { id: w.personIds.ada, role: 'member' })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'conflict' } })
    expect(await person('ada')).toMatchObject({ role: 'administrator' })
  })

  test('two administrators demoting each other at the same moment leave one', async () => {
    for (let round = 0; round < 10; round++) {
      await database.asOwner((db) =>
        db.person.updateMany({
          where: { id: { in: [w.personIds.ada, w.personIds.pia] } },
          data: { role: 'administrator' },
        }),
      )
      const pia = { ...w.actor('pia'), role: 'administrator' as const }
      const kinds = await Promise.all([
        w.execute('ada', updatePerson, { id: w.personIds.pia, role: 'member' }),
        execute(w.contextAs(pia), updatePerson, { id: w.personIds.ada, role: 'member' }),
      ])
      expect(kinds.map(kindOf).sort()).toEqual(['conflict', 'ok'])
    }
  })
})

describe('deactivating', () => {
  test('ends sessions, tokens and links at once, and reactivating gives back the password alone', async () => {
    await givePassword('max')
    const session = await sessionOf('max')
    const { token } = await w.done('max', createApiToken, { name: 'Script', scopes: ['search:read'], days: 30 })
    const link = await w.done('ada', offerPasswordLink, { id: w.personIds.max })
    await w.done('ada', deactivatePerson, { id: w.personIds.max })
    expect(await nameBehind(session)).toBeNull()
    expect(await actorOfToken(database, { token, now: NOW })).toBeNull()
    expect(kindOf(await choosePassword(visit(), { token: link.token, password }))).toBe('not_found')
    expect(kindOf(await signIn(visit(), { email: 'max@northlight.example', password }))).toBe('invalid')

    await w.done('ada', reactivatePerson, { id: w.personIds.max })
    expect(await nameBehind(session)).toBeNull()
    expect(await actorOfToken(database, { token, now: NOW })).toBeNull()
    expect(kindOf(await signIn(visit(), { email: 'max@northlight.example', password }))).toBe('ok')
  })

  test('is for administrators, and never the last one', async () => {
    expect(kindOf(await w.execute('max', deactivatePerson, { id: w.personIds.tom }))).toBe('forbidden')
    expect(kindOf(await w.execute('max', deactivatePerson, { id: w.personIds.max }))).toBe('forbidden')
    expect(kindOf(await w.execute('ada', deactivatePerson, { id: w.personIds.ada }))).toBe('conflict')
    expect(await w.events()).toEqual([])
  })
})

describe('sessions', () => {
  const contextIn = async (token: string) => {
    const actor = await actorOfSession(database, { token, now: NOW })
    if (!actor) throw new Error('no session')
    return { actor, context: w.contextAs(actor) }
  }

  test('are listed to their person, ended one by one or all together', async () => {
    const [here, there, other] = [await sessionOf('max'), await sessionOf('max'), await sessionOf('tom')]
    const { actor, context } = await contextIn(here)
    const listed = await context.transaction((db) => listSessions({ ...context, db }, actor))
    expect(listed.map(({ current }) => current).sort()).toEqual([false, true])
    const away = listed.find(({ current }) => !current)
    await done(execute(context, endSession, { id: away?.id }))
    expect(await nameBehind(there)).toBeNull()
    expect(await nameBehind(here)).toBe('max')
    await done(execute(context, endAllSessions, {}))
    expect(await nameBehind(here)).toBeNull()
    expect(await nameBehind(other)).toBe('tom')
    expect((await w.events()).filter((name) => name === 'person.signed_out')).toHaveLength(2)
  })

  test('of others are not there', async () => {
    const other = await sessionOf('tom')
    const id = (await contextIn(other)).actor.via
    const outcome = await w.execute('max', endSession, { id: id.kind === 'session' ? id.sessionId : '' })
    expect(kindOf(outcome)).toBe('not_found')
    expect(await nameBehind(other)).toBe('tom')
  })

  test('elsewhere end when the password changes', async () => {
    await givePassword('max')
    const [here, there] = [await sessionOf('max'), await sessionOf('max')]
    const { context } = await contextIn(here)
    const fresh = 'a canoe full of otters'
    expect(await changePassword(context, { current: 'not this one', password: fresh })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ field: 'current' }] },
    })
    expect(await nameBehind(there)).toBe('max')
    await done(changePassword(context, { current: password, password: fresh }))
    expect(await nameBehind(here)).toBe('max')
    expect(await nameBehind(there)).toBeNull()
    const row = await database.asOwner((db) => db.password.findUniqueOrThrow({ where: { personId: w.personIds.max } }))
    expect(await verifyPassword(fresh, row.hash)).toBe(true)
  })
})

describe('a token', () => {
  const given = { name: 'Nightly import', scopes: ['people:write', 'search:read'], days: 30 }
  const request = (token: string, method = 'GET') =>
    actorOfRequest({ method, headers: new Headers({ authorization: `Bearer ${token}` }) }, { database, env, now: NOW })

  test('is shown once, stored as a hash, and acts as its person', async () => {
    const made = await w.done('olga', createApiToken, given)
    expect(made.token).toMatch(/^fbk_[A-Za-z0-9_-]{43}$/)
    const [row] = await database.asOwner((db) => db.apiToken.findMany())
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(made.token)
    const actor = await request(made.token)
    expect(actor).toMatchObject({
      name: 'olga',
      teams: { [w.teamIds.edge]: 'owner' },
      seesRestricted: false,
      via: { kind: 'token', scopes: given.scopes },
    })
    const listed = await w.read('olga', (work) => listApiTokens(work, w.actor('olga')))
    expect(JSON.stringify(listed)).not.toContain(made.token)
    expect(listed).toMatchObject([{ lastFour: made.token.slice(-4), lastUsedAt: NOW.toISOString() }])
  })

  test('does what its scopes say, and its person may', async () => {
    const made = await w.done('ada', createApiToken, { ...given, scopes: ['people:write'] })
    const narrow = await w.done('ada', createApiToken, { ...given, scopes: ['search:read'] })
    const member = await w.done('max', createApiToken, { ...given, scopes: ['people:write'] })
    const create = async (token: string) => {
      const actor = await request(token)
      return kindOf(await execute(w.contextAs(actor), createTeam, { name: `Team ${token.slice(-4)}`, zone: 'UTC' }))
    }
    expect([await create(made.token), await create(narrow.token), await create(member.token)]).toEqual([
      'ok',
      'forbidden',
      'forbidden',
    ])
  })

  test('cannot make tokens, whatever its scopes', async () => {
    const { token } = await w.done('ada', createApiToken, { ...given, scopes: ['admin:write'] })
    const context = w.contextAs(await request(token))
    expect(kindOf(await execute(context, createApiToken, given))).toBe('forbidden')
    expect(kindOf(await execute(context, offerPasswordLink, { id: w.personIds.max }))).toBe('forbidden')
  })

  test('ends when it expires or is revoked', async () => {
    const made = await w.done('max', createApiToken, given)
    expect(await actorOfToken(database, { token: made.token, now: later(30) })).toBeNull()
    expect(kindOf(await w.execute('tom', revokeApiToken, { id: made.id }))).toBe('not_found')
    expect(await request(made.token)).toMatchObject({ name: 'max' })
    await w.done('max', revokeApiToken, { id: made.id })
    expect(await request(made.token)).toEqual({ kind: 'anonymous' })
    expect(await w.events()).toEqual(['api_token.created', 'api_token.revoked'])
  })

  test.each([
    ['no end', { days: 366 }],
    ['no scope', { scopes: [] }],
    ['a scope nobody knows', { scopes: ['everything'] }],
    ['another person', { person: 'ada@northlight.example' }],
    ['administration, for a member', { scopes: ['admin:write'] }],
  ])('is not made with %s', async (_, change) => {
    expect(kindOf(await w.execute('max', createApiToken, { ...given, ...change }))).not.toBe('ok')
    expect(await w.events()).toEqual([])
  })

  test('is made for somebody by the command line', async () => {
    const context = contextOn(database, { kind: 'system', reason: 'test' }, { now: NOW })
    const made = await done(
      execute(context, createApiToken, { ...given, restricted: true, person: 'Pia@northlight.example' }),
    )
    expect(await request(made.token)).toMatchObject({ name: 'pia', seesRestricted: true })
  })

  test.each(['fbk_', 'fbk_x', `fbk_${'x'.repeat(43)}`, 'undefined', "fbk_' or 1=1 --"])('is not %s', async (token) => {
    expect(await request(token)).toEqual({ kind: 'anonymous' })
  })
})

describe('a request', () => {
  const from = (headers: Record<string, string>, method = 'POST') =>
    actorOfRequest({ method, headers: new Headers(headers) }, { database, env, now: NOW })

  test('with a cookie changes something only when it began on our own page', async () => {
    const cookie = `firebreak.session=${await sessionOf('max')}`
    expect(await from({ cookie }, 'GET')).toMatchObject({ name: 'max' })
    expect(await from({ cookie, 'sec-fetch-site': 'same-origin' })).toMatchObject({ name: 'max' })
    expect(await from({ cookie, origin: 'http://localhost:3000' })).toMatchObject({ name: 'max' })
    for (const headers of [
      {},
      { origin: 'https://evil.test' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ] as Record<string, string>[])
      expect(await from({ cookie, ...headers })).toEqual({ kind: 'anonymous' })
  })

  test('with a wrong token is nobody’s, whatever cookie comes along', async () => {
    const cookie = `firebreak.session=${await sessionOf('max')}`
    for (const authorization of ['', 'Bearer', 'Bearer x', 'Basic x', `Bearer ${cookie}`])
      expect(await from({ cookie, authorization }, 'GET')).toEqual({ kind: 'anonymous' })
  })

  test('with the cookie twice is nobody’s', async () => {
    const token = await sessionOf('max')
    const cookie = `firebreak.session=planted; firebreak.session=${token}`
    expect(await from({ cookie }, 'GET')).toEqual({ kind: 'anonymous' })
  })
})
