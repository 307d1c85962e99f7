import { beforeEach, describe, expect, test } from 'vitest'
import { verifyPassword } from '#lib/auth/passwords.ts'
import { actorOfSession } from '#lib/auth/sessions.ts'
import { execute } from '#lib/command.ts'
import { actorOfHeaders, done, givePassword, kindOf, nameBehind, password, sessionOf } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { changePassword } from './change-password.ts'
import { listSessions } from './queries.ts'
import { endAllSessions, endSession } from './sign-out.ts'

let w: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  w = await world(test)
})

describe('sessions', () => {
  const contextIn = async (token: string) => {
    const actor = await actorOfSession(w.database, { token, now: NOW })
    if (!actor) throw new Error('no session')
    return { actor, context: w.contextAs(actor) }
  }

  test('are listed to their person, ended one by one or all together', async () => {
    const [here, there, other] = [await sessionOf(w, 'max'), await sessionOf(w, 'max'), await sessionOf(w, 'tom')]
    const { actor, context } = await contextIn(here)
    const listed = await context.transaction((db) => listSessions({ ...context, db }, actor))
    expect(listed.map(({ current }) => current).sort()).toEqual([false, true])
    const away = listed.find(({ current }) => !current)
    await done(execute(context, endSession, { id: away?.id }))
    expect(await nameBehind(w, there)).toBeNull()
    expect(await nameBehind(w, here)).toBe('max')
    await done(execute(context, endAllSessions, {}))
    expect(await nameBehind(w, here)).toBeNull()
    expect(await nameBehind(w, other)).toBe('tom')
    expect((await w.events()).filter((name) => name === 'person.signed_out')).toHaveLength(2)
  })

  test('of others are not there', async () => {
    const other = await sessionOf(w, 'tom')
    const id = (await contextIn(other)).actor.via
    const outcome = await w.execute('max', endSession, { id: id.kind === 'session' ? id.sessionId : '' })
    expect(kindOf(outcome)).toBe('not_found')
    expect(await nameBehind(w, other)).toBe('tom')
  })

  test('elsewhere end when the password changes', async () => {
    await givePassword(w, 'max')
    const [here, there] = [await sessionOf(w, 'max'), await sessionOf(w, 'max')]
    const { context } = await contextIn(here)
    const fresh = 'a canoe full of otters'
    expect(await changePassword(context, { current: 'not this one', password: fresh })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ field: 'current' }] },
    })
    expect(await nameBehind(w, there)).toBe('max')
    await done(changePassword(context, { current: password, password: fresh }))
    expect(await nameBehind(w, here)).toBe('max')
    expect(await nameBehind(w, there)).toBeNull()
    const row = await w.database.asOwner((db) =>
      db.password.findUniqueOrThrow({ where: { personId: w.personIds.max } }),
    )
    expect(await verifyPassword(fresh, row.hash)).toBe(true)
  })
})

describe('a request', () => {
  const from = (headers: Record<string, string>, method: 'GET' | 'POST' = 'POST') => actorOfHeaders(w, headers, method)

  test('with a cookie changes something only when it began on our own page', async () => {
    const cookie = `firebreak.session=${await sessionOf(w, 'max')}`
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
    const cookie = `firebreak.session=${await sessionOf(w, 'max')}`
    for (const authorization of ['', 'Bearer', 'Bearer x', 'Basic x', `Bearer ${cookie}`])
      expect(await from({ cookie, authorization }, 'GET')).toEqual({ kind: 'anonymous' })
  })

  test('with the cookie twice is nobody’s', async () => {
    const token = await sessionOf(w, 'max')
    const cookie = `firebreak.session=planted; firebreak.session=${token}`
    expect(await from({ cookie }, 'GET')).toEqual({ kind: 'anonymous' })
  })
})
