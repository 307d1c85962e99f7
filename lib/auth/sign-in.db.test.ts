import { beforeEach, describe, expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'
import { givePassword, nameBehind, password } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, world } from '#lib/testing/world.ts'
import { actorOfSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { type Visit, visitOf } from './visit.ts'

const test_ = await testDatabase()
const { database } = test_
const env = readEnv({ TRUSTED_PROXIES: '1' })

let w: Awaited<ReturnType<typeof world>>
beforeEach(async () => {
  await test_.empty()
  w = await world(test_)
  await givePassword(w, 'max')
})

const visit = ({
  now = NOW,
  address = '203.0.113.9',
  token,
}: {
  now?: Date
  address?: string
  token?: string
} = {}): Visit =>
  visitOf(new Headers({ 'x-forwarded-for': `8.8.8.8, ${address}`, 'user-agent': 'Test' }), {
    database,
    env,
    now,
    token,
  })

const right = { email: 'Max@Northlight.example', password }
const wrong = { ...right, password: 'not this one' }

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

async function signedIn(given: Parameters<typeof visit>[0] = {}): Promise<string> {
  const outcome = await signIn(visit(given), right)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value.token
}

const sessions = () => database.asOwner((db) => db.session.findMany())

describe('signing in with a password', () => {
  test('starts a session, says so in the log and keeps only the hash of its secret', async () => {
    const token = await signedIn()
    expect(await nameBehind(w, token)).toBe('max')
    const actor = await actorOfSession(database, { token, now: NOW })
    expect(actor?.teams).toEqual({ [w.teamIds.edge]: 'editor' })
    expect(await w.events()).toEqual(['person.signed_in'])
    const [row] = await sessions()
    expect(row).toMatchObject({ method: 'password', ip: '203.0.113.0/24', userAgent: 'Test' })
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test.each([
    ['a wrong password', wrong, ['person.sign_in_failed']],
    ['an unknown address', { email: 'nobody@northlight.example', password }, []],
    ['a person without a password', { email: 'ada@northlight.example', password }, ['person.sign_in_failed']],
  ])('answers the same to %s and starts nothing', async (_, input, events) => {
    const outcome = await signIn(visit(), input)
    expect(outcome).toEqual({
      ok: false,
      problem: {
        kind: 'invalid',
        fields: [{ field: 'password', message: 'No account here goes with this e-mail address and password.' }],
      },
    })
    expect(await sessions()).toEqual([])
    expect(await w.events()).toEqual(events)
  })

  test('refuses a deactivated person with the right password', async () => {
    await database.asOwner((db) => db.person.update({ where: { id: w.personIds.max }, data: { deactivatedAt: NOW } }))
    expect((await signIn(visit(), right)).ok).toBe(false)
  })

  test('is refused where passwords are switched off', async () => {
    const outcome = await signIn({ ...visit(), env: readEnv({ AUTH_LOCAL: 'false' }) }, right)
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'forbidden' } })
  })

  test.each([[{ $ne: '' }], [['max@northlight.example']], [null], [42]])(
    'takes only text as an address: %j',
    async (email) => {
      expect(await signIn(visit(), { email, password })).toMatchObject({ ok: false, problem: { kind: 'invalid' } })
    },
  )
})

describe('guessing', () => {
  test('ends after five tries for an account from one network, for fifteen minutes', async () => {
    for (let n = 0; n < 5; n++) expect(await signIn(visit(), wrong)).toMatchObject({ problem: { kind: 'invalid' } })
    expect(await signIn(visit({ address: '203.0.113.77' }), right)).toEqual({
      ok: false,
      problem: { kind: 'limited', retryAfterSeconds: 900 },
    })
    expect((await signIn(visit({ address: '198.51.100.1' }), right)).ok).toBe(true)
    expect((await signIn(visit({ now: later(15) }), right)).ok).toBe(true)
  })

  test('counts tries that arrive at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => signIn(visit(), wrong)))
    const kinds = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.problem.kind))
    expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'limited')).toHaveLength(7)
  })

  test('is forgotten once the person got in', async () => {
    for (let n = 0; n < 4; n++) await signIn(visit(), wrong)
    await signedIn()
    expect(await database.asOwner((db) => db.signInAttempt.count())).toBe(0)
  })
})

describe('a session', () => {
  test('ends after eight hours without a request, and after thirty days in any case', async () => {
    const token = await signedIn()
    expect(await nameBehind(w, token, later(8 * 60))).toBeNull()
    for (let hours = 7; hours < 30 * 24; hours += 7) expect(await nameBehind(w, token, later(hours * 60))).toBe('max')
    expect(await nameBehind(w, token, later(30 * 24 * 60))).toBeNull()
  })

  test('is noted as used at most every ten minutes', async () => {
    const token = await signedIn()
    await nameBehind(w, token, later(9))
    expect((await sessions())[0]?.lastSeenAt).toEqual(NOW)
    await nameBehind(w, token, later(11))
    expect((await sessions())[0]?.lastSeenAt).toEqual(later(11))
  })

  test('is replaced at the next sign-in, so one that was planted is worth nothing', async () => {
    const planted = await signedIn()
    const own = await signedIn({ token: planted })
    expect(own).not.toBe(planted)
    expect(await nameBehind(w, planted)).toBeNull()
    expect(await nameBehind(w, own)).toBe('max')
    const chosen = 'x'.repeat(43)
    expect(await signedIn({ token: chosen })).not.toBe(chosen)
    expect(await nameBehind(w, chosen)).toBeNull()
  })

  test('stops at once when its person is deactivated', async () => {
    const token = await signedIn()
    await database.asOwner((db) => db.person.update({ where: { id: w.personIds.max }, data: { deactivatedAt: NOW } }))
    expect(await nameBehind(w, token)).toBeNull()
  })

  test.each([undefined, '', 'undefined', 'x'.repeat(43), `${'x'.repeat(42)}'`, '0'.repeat(64)])(
    'is not found behind %j',
    async (token) => {
      expect(await nameBehind(w, token)).toBeNull()
    },
  )
})
