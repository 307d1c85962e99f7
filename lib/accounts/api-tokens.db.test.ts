import { beforeEach, describe, expect, test } from 'vitest'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { execute } from '#lib/command.ts'
import { contextOn } from '#lib/server.ts'
import { createTeam } from '#lib/teams/create.ts'
import { actorOfHeaders, done, kindOf } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { inDays, NOW, type World, world } from '#lib/testing/world.ts'
import { createApiToken } from './create-api-token.ts'
import { offerPasswordLink } from './password-link.ts'
import { listApiTokens } from './queries.ts'
import { revokeApiToken } from './revoke-api-token.ts'

let w: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  w = await world(test)
})

describe('a token', () => {
  const given = { name: 'Nightly import', scopes: ['people:write', 'search:read'], days: 30 }
  const request = (token: string) => actorOfHeaders(w, { authorization: `Bearer ${token}` }, 'GET')

  test('is shown once, stored as a hash, and acts as its person', async () => {
    const made = await w.done('olga', createApiToken, given)
    expect(made.token).toMatch(/^fbk_[A-Za-z0-9_-]{43}$/)
    const [row] = await w.database.asOwner((db) => db.apiToken.findMany())
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
    expect(await actorOfToken(w.database, { token: made.token, now: inDays(30) })).toBeNull()
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
    const context = contextOn(w.database, { kind: 'system', reason: 'test' }, { now: NOW })
    const made = await done(
      execute(context, createApiToken, { ...given, restricted: true, person: 'Pia@northlight.example' }),
    )
    expect(await request(made.token)).toMatchObject({ name: 'pia', seesRestricted: true })
  })

  test.each(['fbk_', 'fbk_x', `fbk_${'x'.repeat(43)}`, 'undefined', "fbk_' or 1=1 --"])('is not %s', async (token) => {
    expect(await request(token)).toEqual({ kind: 'anonymous' })
  })
})
