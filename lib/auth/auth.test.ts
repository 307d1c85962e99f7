import { describe, expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'
import { isCommonPassword } from './common-passwords.ts'
import { cookieIn, sessionCookieHeader, withoutCookie } from './cookie.ts'
import { networkOf } from './network.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { safePath } from './port.ts'
import { providersOf } from './providers.ts'

describe('the network of a visitor', () => {
  test.each([
    ['203.0.113.9', 1, '203.0.113.0/24'],
    ['9.9.9.9, 203.0.113.9', 1, '203.0.113.0/24'],
    ['9.9.9.9, 203.0.113.9, 10.0.0.1', 2, '203.0.113.0/24'],
    ['::ffff:203.0.113.9', 1, '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', 1, '2001:db8:1:2::/64'],
    ['2001:DB8::7', 1, '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002::', 1, '2001:db8:1:2::/64'],
    ['203.0.113.9', 0, 'unknown'],
    ['203.0.113.9', 2, 'unknown'],
    ['<script>', 1, 'unknown'],
    [null, 1, 'unknown'],
  ])('%s behind %i proxies is %s', (header, proxies, network) => {
    expect(networkOf(header, proxies)).toBe(network)
  })
})

describe('a password', () => {
  test.each([
    'password123',
    'P@ssword12',
    '!!Qwertyuiop1',
    '12345678910',
    'abcdefghijkl',
    'zzzzzzzzzzzz',
    'Correct Horse Battery Staple',
  ])('like %s is common', (password) => expect(isCommonPassword(password)).toBe(true))
  test.each(['three otters in a canoe', 'kV7#pq-Lm2x', 'пять выдр в каноэ'])('like %s is not', (password) =>
    expect(isCommonPassword(password)).toBe(false),
  )

  test('is known again however its letters were composed, and keeps its parameters beside it', async () => {
    const hash = await hashPassword('Café in Lisboa')
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('Cafe\u0301 in Lisboa', hash)).toBe(true)
    expect(await verifyPassword('Cafe in Lisboa', hash)).toBe(false)
    expect(await verifyPassword('Café in Lisboa', null)).toBe(false)
  })

  test('waits its turn, and is refused when too many wait', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 25 }, () => verifyPassword('x', null)))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const { reason } of refused) expect(reason.problem).toEqual({ kind: 'limited', retryAfterSeconds: 5 })
    expect(await verifyPassword('x', null)).toBe(false)
  })
})

describe('the session cookie', () => {
  test('is bound to the host on https', () => {
    const env = readEnv({ APP_URL: 'https://firebreak.example.com' })
    const line = sessionCookieHeader(env, { token: 'x', expiresAt: new Date(0) })
    expect(line).toBe(
      '__Host-firebreak.session=x; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax; Secure',
    )
  })

  test('is taken out of a header without touching its neighbours', () => {
    expect(withoutCookie('a=1; firebreak.session=x; b=2; firebreak.session=y', 'firebreak.session')).toBe('a=1; b=2')
    expect(cookieIn('a=1; firebreak.session=x', 'firebreak.session')).toBe('x')
    expect(cookieIn('xfirebreak.session=x', 'firebreak.session')).toBeUndefined()
  })
})

describe('where to go after signing in', () => {
  test.each([
    ['/postmortems/4?x=1#y', '/postmortems/4?x=1#y'],
    ['postmortems', '/postmortems'],
    ['//evil.test', '/'],
    ['/\\evil.test', '/'],
    ['/.//evil.test', '/'],
    ['https://evil.test', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [null, '/'],
  ])('%j leads to %s', (wish, path) => {
    expect(safePath(wish)).toBe(path)
  })
})

test('GitHub is github.com unless another one is named', () => {
  const given = { GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' }
  const addresses = (more = {}) =>
    providersOf(readEnv({ ...given, ...more })).map(({ issuer, config }) => [issuer, config.token, config.userinfo])
  expect(addresses()).toEqual([
    [
      'https://github.com',
      'https://github.com/login/oauth/access_token',
      expect.objectContaining({ url: 'https://api.github.com/user' }),
    ],
  ])
  expect(addresses({ GITHUB_URL: 'https://git.northlight.example/' })).toEqual([
    [
      'https://git.northlight.example',
      'https://git.northlight.example/login/oauth/access_token',
      expect.objectContaining({ url: 'https://git.northlight.example/api/v3/user' }),
    ],
  ])
})
