import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import type { Claims } from '#lib/testing/identity-provider.ts'
import { providerAndBrowsers } from '#lib/testing/provider-browser.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { actorOfSession } from './sessions.ts'

const test_ = await testDatabase()
const { provider, newBrowser, rows, close } = await providerAndBrowsers(test_, 'github')
afterAll(close)

let w: World
beforeEach(async () => {
  await test_.empty()
  w = await world(test_)
})

const nora: Claims = { sub: '7', email: 'nora@northlight.example', email_verified: true, name: 'Nora Quist' }

test('GitHub is believed about the primary address, and lets somebody in by it', async () => {
  provider.is(nora)
  const browser = newBrowser()
  expect(await browser.signIn('/postmortems')).toBe('/postmortems')
  expect(await actorOfSession(w.database, { token: browser.token, now: NOW })).toMatchObject({
    name: 'Nora Quist',
    role: 'member',
  })
  const { identities, sessions } = await rows()
  expect(identities).toMatchObject([{ provider: 'github', issuer: provider.issuer, subject: '7' }])
  expect(sessions).toMatchObject([{ method: 'github' }])
})

test('whoever gave GitHub no name is called by their login', async () => {
  const { name: _, ...nameless } = nora
  provider.is(nameless)
  const browser = newBrowser()
  await browser.signIn()
  expect(await actorOfSession(w.database, { token: browser.token, now: NOW })).toMatchObject({ name: 'a-login' })
})

test.each<[string, Claims, string]>([
  ['a primary address that is not verified', { ...nora, email_verified: false }, 'unverified'],
  ['verified and public addresses, none of them primary', { sub: '7', name: 'Nora Quist' }, 'unverified'],
  ['an answer that is not what GitHub says', { ...nora, sub: 'seven' }, 'failed'],
])('with %s nobody comes in', async (_, claims, problem) => {
  provider.is(claims)
  const browser = newBrowser()
  expect(await browser.signIn()).toBe(`/sign-in?problem=${problem}`)
  expect(browser.token).toBeUndefined()
  expect(await rows()).toMatchObject({ identities: [], sessions: [] })
})
