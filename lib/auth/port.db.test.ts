import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { cookieIn } from '#lib/auth/cookie.ts'
import { readEnv } from '#lib/env.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Claims, identityProvider } from '#lib/testing/identity-provider.ts'
import { NOW, world } from '#lib/testing/world.ts'
import { handleAuth } from './port.ts'
import { actorOfSession } from './sessions.ts'
import { beginSession } from './sign-in.ts'
import { visitOf } from './visit.ts'

const ORIGIN = 'http://localhost:3000'
const CALLBACK = `${ORIGIN}/api/auth/callback/oidc`

const test_ = await testDatabase()
const { database } = test_
const provider = await identityProvider({ redirectUri: CALLBACK })
const folder = await mkdtemp(path.join(tmpdir(), 'fb-auth-'))
const env = readEnv({
  DATA_DIR: folder,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.client_id,
  OIDC_CLIENT_SECRET: provider.client.client_secret,
  AUTH_ALLOWED_DOMAINS: 'northlight.example',
})
afterAll(async () => {
  await provider.close()
  await rm(folder, { recursive: true })
})

let w: Awaited<ReturnType<typeof world>>
beforeEach(async () => {
  await test_.truncate()
  w = await world(test_)
})

const nora: Claims = { sub: 'n-1', email: 'nora@northlight.example', email_verified: true, name: 'Nora Quist' }

/** A browser as far as cookies go. */
class Browser {
  readonly cookies = new Map<string, string>()

  async send(
    url: string,
    { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await handleAuth(new Request(url, { ...init, headers: { cookie, ...headers } }), {
      database,
      env,
      now: NOW,
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      if (value === '' || /Max-Age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Presses the button and answers the provider's address. */
  async press(next = '/postmortems', headers: Record<string, string> = { origin: ORIGIN }): Promise<string> {
    const body = new URLSearchParams({ next })
    const response = await this.send(`${ORIGIN}/api/auth/signin/oidc`, { method: 'POST', body, headers })
    return response.headers.get('refresh')?.replace('0; url=', '') ?? `${response.status}`
  }

  async signIn(next?: string): Promise<string | null> {
    const back = await provider.visit(await this.press(next))
    return (await this.send(back.href)).headers.get('location')
  }

  get token() {
    return this.cookies.get('firebreak.session')
  }
}

const nameBehind = async (token: string | undefined) =>
  (await actorOfSession(database, { token, now: NOW }))?.name ?? null
const rows = () =>
  database.asOwner(async (db) => ({
    identities: await db.identity.findMany(),
    sessions: await db.session.findMany(),
    people: await db.person.count(),
  }))

async function sessionOf(name: 'max' | 'tom'): Promise<string> {
  const visit = visitOf(new Headers(), { database, env, now: NOW, token: undefined })
  const outcome = await beginSession(visit, { personId: w.personIds[name], method: 'password' })
  if (!outcome.ok) throw new Error('no session')
  return outcome.value.token
}

describe('signing in through a provider', () => {
  test('makes a member of somebody from an allowed domain, and leads to where they were going', async () => {
    provider.is(nora)
    const browser = new Browser()
    expect(await browser.signIn('/postmortems?page=2#top')).toBe('/postmortems?page=2#top')
    expect(await actorOfSession(database, { token: browser.token, now: NOW })).toMatchObject({
      name: 'Nora Quist',
      role: 'member',
    })
    expect(await w.events()).toEqual(['person.invited', 'person.identity_linked', 'person.signed_in'])
    const { identities, sessions } = await rows()
    expect(identities).toMatchObject([{ provider: 'oidc', issuer: provider.issuer, subject: 'n-1' }])
    expect(sessions).toMatchObject([{ method: 'oidc' }])
    expect(sessions[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(identities[0] ?? {})).toEqual(['id', 'provider', 'issuer', 'subject', 'personId', 'createdAt'])
    expect([...browser.cookies.keys()]).not.toContain('authjs.session-token')
  })

  test('knows the person again by issuer and subject, also under another address, with a new session each time', async () => {
    provider.is(nora)
    const browser = new Browser()
    await browser.signIn()
    const first = browser.token
    provider.is({ ...nora, email: 'nora.quist@elsewhere.example' })
    await browser.signIn()
    expect(browser.token).not.toBe(first)
    expect(await nameBehind(browser.token)).toBe('Nora Quist')
    expect(await nameBehind(first)).toBeNull()
    expect((await rows()).identities).toHaveLength(1)
  })

  test('lets somebody in who was invited, as the person they were invited as', async () => {
    provider.is({ sub: 'p-1', email: 'Pia@Northlight.example', email_verified: true, name: 'Somebody else' })
    const browser = new Browser()
    await browser.signIn()
    expect(await actorOfSession(database, { token: browser.token, now: NOW })).toMatchObject({
      personId: w.personIds.pia,
      role: 'program_manager',
    })
  })

  test('keeps its key beside the data, for its owner alone', async () => {
    provider.is(nora)
    await new Browser().signIn()
    expect((await stat(path.join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
  })
})

describe('somebody who may not come in', () => {
  const cases: [string, Claims, string][] = [
    ['an address nobody verified', { ...nora, email_verified: false }, 'unverified'],
    ['a provider that does not say whether it is verified', { sub: 'n-1', email: nora.email ?? '' }, 'unverified'],
    ['no address', { sub: 'n-1', email_verified: true }, 'unverified'],
    ['a look-alike of an invited address', { ...nora, email: 'ｐia@northlight.example' }, 'unverified'],
    ['an address of another domain', { ...nora, email: 'nora@northlight.example.evil.example' }, 'not_invited'],
  ]
  test.each(cases)('is turned away with %s', async (_, claims, problem) => {
    provider.is(claims)
    const browser = new Browser()
    expect(await browser.signIn()).toBe(`/sign-in?problem=${problem}`)
    expect(browser.token).toBeUndefined()
    expect(await rows()).toEqual({ identities: [], sessions: [], people: 9 })
    expect(await w.events()).toEqual([])
  })

  test('does not get an account that has a password, by having its address', async () => {
    await database.asOwner((db) =>
      db.password.create({ data: { personId: w.personIds.ada, hash: 'scrypt$', changedAt: NOW } }),
    )
    provider.is({ sub: 'x', email: 'ada@northlight.example', email_verified: true })
    const browser = new Browser()
    expect(await browser.signIn()).toBe('/sign-in?problem=not_linked')
    expect(browser.token).toBeUndefined()
    expect((await rows()).identities).toEqual([])
  })

  test('does not get an account that another identity has claimed', async () => {
    provider.is({ sub: 'p-1', email: 'pia@northlight.example', email_verified: true })
    await new Browser().signIn()
    provider.is({ sub: 'p-2', email: 'pia@northlight.example', email_verified: true })
    expect(await new Browser().signIn()).toBe('/sign-in?problem=not_linked')
  })

  test('stays out once deactivated', async () => {
    provider.is(nora)
    await new Browser().signIn()
    await database.asOwner((db) =>
      db.person.updateMany({ where: { email: nora.email ?? '' }, data: { deactivatedAt: NOW } }),
    )
    expect(await new Browser().signIn()).toBe('/sign-in?problem=deactivated')
  })
})

describe('attacks', () => {
  beforeEach(() => provider.is(nora))

  test.each([
    ['nothing that says where it comes from', {}],
    ['another origin', { origin: 'https://evil.test' }],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: ORIGIN }],
  ])('a sign-in cannot be begun with %s', async (_, headers) => {
    expect(await new Browser().press('/', headers as Record<string, string>)).toBe('403')
  })

  test('a sign-in cannot be begun by a link', async () => {
    expect((await new Browser().send(`${ORIGIN}/api/auth/signin/oidc`)).status).toBe(405)
  })

  test.each(['state', 'code', 'iss'])('an answer with another %s is refused', async (name) => {
    const browser = new Browser()
    const back = await provider.visit(await browser.press())
    back.searchParams.set(name, 'another')
    expect((await browser.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
    expect((await rows()).sessions).toEqual([])
  })

  test('an answer without state is refused', async () => {
    const browser = new Browser()
    const back = await provider.visit(await browser.press())
    back.searchParams.delete('state')
    expect((await browser.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
  })

  test("the attacker's answer does nothing in the victim's browser", async () => {
    const attacker = new Browser()
    const victim = new Browser()
    const back = await provider.visit(await attacker.press())
    expect((await victim.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
    await victim.press()
    expect((await victim.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
    expect(victim.token).toBeUndefined()
  })

  test('an answer is used once', async () => {
    const browser = new Browser()
    const back = await provider.visit(await browser.press())
    const before = new Map(browser.cookies)
    await browser.send(back.href)
    const replay = new Browser()
    for (const [name, value] of before) replay.cookies.set(name, value)
    expect((await replay.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
  })

  test('a planted session is not tied to the identity of whoever signs in, and ends', async () => {
    const planted = await sessionOf('max')
    const victim = new Browser()
    victim.cookies.set('firebreak.session', planted)
    await victim.signIn()
    expect(await nameBehind(victim.token)).toBe('Nora Quist')
    expect(await nameBehind(planted)).toBeNull()
    const { identities } = await rows()
    expect(identities.map(({ personId }) => personId)).not.toContain(w.personIds.max)
  })

  test.each([
    'https://evil.test/x',
    '//evil.test',
    '/\\evil.test',
    'javascript:alert(1)',
    '/..//evil.test',
    'http://localhost:3000@evil.test/',
  ])('asking to go to %s ends at our own start page', async (next) => {
    expect(await new Browser().signIn(next)).toBe('/')
  })

  test('the Host header and its relatives change nothing', async () => {
    const evil = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', host: 'evil.test', origin: ORIGIN }
    const browser = new Browser()
    const body = new URLSearchParams({ next: '/' })
    const response = await browser.send('http://evil.test/api/auth/signin/oidc?redirect_uri=https://evil.test', {
      method: 'POST',
      body,
      headers: evil,
    })
    const target = new URL(response.headers.get('refresh')?.replace('0; url=', '') ?? '')
    expect(target.origin).toBe(provider.issuer)
    expect(target.searchParams.get('redirect_uri')).toBe(CALLBACK)
    expect(target.searchParams.get('code_challenge_method')).toBe('S256')
    expect(target.searchParams.get('nonce')).toBeTruthy()
    const everything = JSON.stringify([...response.headers]) + (await response.text())
    expect(everything).not.toContain('evil')
  })

  test.each([
    'session',
    'signout',
    'csrf',
    'providers',
    'signin',
    'callback/github',
    'signin/credentials',
    'callback/oidc/x',
  ])('the library’s own page %s does not exist', async (page) => {
    expect((await new Browser().send(`${ORIGIN}/api/auth/${page}`)).status).toBe(404)
  })

  test('the session cookie is out of reach of scripts and other sites', async () => {
    const browser = new Browser()
    const back = await provider.visit(await browser.press())
    const line = (await browser.send(back.href)).headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('firebreak.session='))
    expect(line).toMatch(/; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/)
    expect(cookieIn(line?.split(';')[0] ?? null, 'firebreak.session')).toHaveLength(43)
  })
})
