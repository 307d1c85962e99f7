import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { nameBehind, sessionOf } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { CALLBACK, nora, ORIGIN, providerAndBrowsers } from '#lib/testing/provider-browser.ts'
import { type World, world } from '#lib/testing/world.ts'
import { cookieIn } from './cookie.ts'

const test_ = await testDatabase()
const { provider, newBrowser, rows, close } = await providerAndBrowsers(test_)
afterAll(close)

let w: World
beforeEach(async () => {
  await test_.empty()
  w = await world(test_)
})

describe('attacks', () => {
  beforeEach(() => provider.is(nora))

  test.each([
    ['nothing that says where it comes from', {}],
    ['another origin', { origin: 'https://evil.test' }],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: ORIGIN }],
  ])('a sign-in cannot be begun with %s', async (_, headers) => {
    expect(await newBrowser().press('/', headers as Record<string, string>)).toBe('403')
  })

  test('a sign-in cannot be begun by a link', async () => {
    expect((await newBrowser().send(`${ORIGIN}/api/auth/signin/oidc`)).status).toBe(405)
  })

  test.each(['state', 'code', 'iss'])('an answer with another %s is refused', async (name) => {
    const browser = newBrowser()
    const back = await provider.visit(await browser.press())
    back.searchParams.set(name, 'another')
    expect((await browser.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
    expect((await rows()).sessions).toEqual([])
  })

  test('an answer without state is refused', async () => {
    const browser = newBrowser()
    const back = await provider.visit(await browser.press())
    back.searchParams.delete('state')
    expect((await browser.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
  })

  test("the attacker's answer does nothing in the victim's browser", async () => {
    const attacker = newBrowser()
    const victim = newBrowser()
    const back = await provider.visit(await attacker.press())
    expect((await victim.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
    await victim.press()
    expect((await victim.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
    expect(victim.token).toBeUndefined()
  })

  test('an answer is used once', async () => {
    const browser = newBrowser()
    const back = await provider.visit(await browser.press())
    const before = new Map(browser.cookies)
    await browser.send(back.href)
    const replay = newBrowser()
    for (const [name, value] of before) replay.cookies.set(name, value)
    expect((await replay.send(back.href)).headers.get('location')).toBe('/sign-in?problem=failed')
  })

  test('a planted session is not tied to the identity of whoever signs in, and ends', async () => {
    const planted = await sessionOf(w, 'max')
    const victim = newBrowser()
    victim.cookies.set('firebreak.session', planted)
    await victim.signIn()
    expect(await nameBehind(w, victim.token)).toBe('Nora Quist')
    expect(await nameBehind(w, planted)).toBeNull()
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
    expect(await newBrowser().signIn(next)).toBe('/')
  })

  test('the Host header and its relatives change nothing', async () => {
    const evil = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', host: 'evil.test', origin: ORIGIN }
    const browser = newBrowser()
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
    expect((await newBrowser().send(`${ORIGIN}/api/auth/${page}`)).status).toBe(404)
  })

  test('the session cookie is out of reach of scripts and other sites', async () => {
    const browser = newBrowser()
    const back = await provider.visit(await browser.press())
    const line = (await browser.send(back.href)).headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('firebreak.session='))
    expect(line).toMatch(/; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/)
    expect(cookieIn(line?.split(';')[0] ?? null, 'firebreak.session')).toHaveLength(43)
  })
})
