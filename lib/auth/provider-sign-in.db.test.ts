import { stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { nameBehind } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import type { Claims } from '#lib/testing/identity-provider.ts'
import { nora, providerAndBrowsers } from '#lib/testing/provider-browser.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { actorOfSession } from './sessions.ts'

const test_ = await testDatabase()
const { provider, folder, newBrowser, rows, close } = await providerAndBrowsers(test_)
afterAll(close)

let w: World
beforeEach(async () => {
  await test_.empty()
  w = await world(test_)
})

describe('signing in through a provider', () => {
  test('makes a member of somebody from an allowed domain, and leads to where they were going', async () => {
    provider.is(nora)
    const browser = newBrowser()
    expect(await browser.signIn('/postmortems?page=2#top')).toBe('/postmortems?page=2#top')
    expect(await actorOfSession(w.database, { token: browser.token, now: NOW })).toMatchObject({
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
    const browser = newBrowser()
    await browser.signIn()
    const first = browser.token
    provider.is({ ...nora, email: 'nora.quist@elsewhere.example' })
    await browser.signIn()
    expect(browser.token).not.toBe(first)
    expect(await nameBehind(w, browser.token)).toBe('Nora Quist')
    expect(await nameBehind(w, first)).toBeNull()
    expect((await rows()).identities).toHaveLength(1)
  })

  test('lets somebody in who was invited, as the person they were invited as', async () => {
    provider.is({ sub: 'p-1', email: 'Pia@Northlight.example', email_verified: true, name: 'Somebody else' })
    const browser = newBrowser()
    await browser.signIn()
    expect(await actorOfSession(w.database, { token: browser.token, now: NOW })).toMatchObject({
      personId: w.personIds.pia,
      role: 'program_manager',
    })
  })

  test('keeps its key beside the data, for its owner alone', async () => {
    provider.is(nora)
    await newBrowser().signIn()
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
    const browser = newBrowser()
    expect(await browser.signIn()).toBe(`/sign-in?problem=${problem}`)
    expect(browser.token).toBeUndefined()
    expect(await rows()).toEqual({ identities: [], sessions: [], people: 9 })
    expect(await w.events()).toEqual([])
  })

  test('does not get an account that has a password, by having its address', async () => {
    await w.database.asOwner((db) =>
      db.password.create({ data: { personId: w.personIds.ada, hash: 'scrypt$', changedAt: NOW } }),
    )
    provider.is({ sub: 'x', email: 'ada@northlight.example', email_verified: true })
    const browser = newBrowser()
    expect(await browser.signIn()).toBe('/sign-in?problem=not_linked')
    expect(browser.token).toBeUndefined()
    expect((await rows()).identities).toEqual([])
  })

  test('does not get an account that another identity has claimed', async () => {
    provider.is({ sub: 'p-1', email: 'pia@northlight.example', email_verified: true })
    await newBrowser().signIn()
    provider.is({ sub: 'p-2', email: 'pia@northlight.example', email_verified: true })
    expect(await newBrowser().signIn()).toBe('/sign-in?problem=not_linked')
  })

  test('stays out once deactivated', async () => {
    provider.is(nora)
    await newBrowser().signIn()
    await w.database.asOwner((db) =>
      db.person.updateMany({ where: { email: nora.email ?? '' }, data: { deactivatedAt: NOW } }),
    )
    expect(await newBrowser().signIn()).toBe('/sign-in?problem=deactivated')
  })
})
