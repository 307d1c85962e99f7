import { describe, expect, test } from 'vitest'
import { appOrigin, readEnv, servesLoopbackOnly } from './env.ts'

describe('where this instance lives', () => {
  test.each([
    [{}, 'http://localhost:3000'],
    [{ PORT: '8080', HOST: '127.0.0.1' }, 'http://localhost:8080'],
    [{ HOST: '127.0.0.53' }, 'http://127.0.0.53:3000'],
    [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
    [{ APP_URL: 'https://firebreak.example.com/some/path' }, 'https://firebreak.example.com'],
  ])('%j is %s', (given, origin) => {
    expect(appOrigin(readEnv(given))).toBe(origin)
  })

  test('is this machine alone only without an address and on loopback', () => {
    expect(servesLoopbackOnly(readEnv({}))).toBe(true)
    expect(servesLoopbackOnly(readEnv({ HOST: '0.0.0.0' }))).toBe(false)
    expect(servesLoopbackOnly(readEnv({ APP_URL: 'http://localhost:3000' }))).toBe(false)
  })
})

describe('a setting that is not right', () => {
  test.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://here' }, 'DATABASE_URL'],
    [{ APP_URL: 'http://firebreak.example.com' }, 'APP_URL'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
    [{ AUTH_LOCAL: 'perhaps' }, 'AUTH_LOCAL'],
    [{ AUTH_ALLOWED_DOMAINS: 'not a domain' }, 'AUTH_ALLOWED_DOMAINS'],
    [{ GITHUB_CLIENT_ID: 'x' }, 'GITHUB_CLIENT_SECRET'],
    [{ GITHUB_URL: 'https://github.example.com' }, 'GITHUB_CLIENT_ID'],
    [{ SMTP_URL: 'http://mail.example.com' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'MAIL_FROM'],
    [{ OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' }, 'OIDC_ISSUER'],
  ])('%j names %s', (given, name) => {
    expect(() => readEnv(given)).toThrow(`The setting ${name} is not right.`)
  })

  test('is not one that was set to nothing', () => {
    expect(readEnv({ APP_URL: '', PORT: '', OIDC_ISSUER: '', AUTH_LOCAL: '' })).toMatchObject({
      PORT: 3000,
      AUTH_LOCAL: true,
    })
  })
})

test('domains are read with or without their @', () => {
  expect(readEnv({ AUTH_ALLOWED_DOMAINS: '@Example.com, example.org' }).AUTH_ALLOWED_DOMAINS).toEqual([
    'example.com',
    'example.org',
  ])
})
