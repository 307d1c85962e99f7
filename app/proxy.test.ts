import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { config, proxy } from '../proxy.ts'

const visit = (headers: Record<string, string> = {}) => proxy(new NextRequest('http://kb.example/', { headers }))
const nonceOf = (response: Response) =>
  /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]

test('every response carries a nonce of its own', () => {
  const nonces = Array.from({ length: 20 }, () => nonceOf(visit()))
  expect(new Set(nonces).size).toBe(20)
  expect(nonces.every((nonce) => (nonce?.length ?? 0) >= 22)).toBe(true)
})

test('the page receives the same nonce and request id that the response carries', () => {
  const response = visit()
  expect(response.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(response))
  expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(
    response.headers.get('content-security-policy'),
  )
  expect(response.headers.get('x-middleware-request-x-request-id')).toBe(response.headers.get('x-request-id'))
})

test('what the client sends under these names is overwritten', () => {
  const response = visit({
    'content-security-policy': "script-src 'nonce-evil'",
    'content-security-policy-report-only': "script-src 'nonce-evil'",
    'x-nonce': 'evil',
    'x-request-id': 'evil',
    'x-path': '//evil',
  })
  expect(JSON.stringify([...response.headers])).not.toContain('evil')
})

test('scripts run by nonce only, and nothing may frame, rebase or post us elsewhere', () => {
  const policy = visit().headers.get('content-security-policy') ?? ''
  const directive = (name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))
  expect(directive('script-src')).toMatch(/^script-src 'nonce-[^']+' 'strict-dynamic'$/)
  expect(directive('default-src')).toBe("default-src 'none'")
  expect(directive('object-src')).toBe("object-src 'none'")
  expect(directive('base-uri')).toBe("base-uri 'none'")
  expect(directive('form-action')).toBe("form-action 'self'")
  expect(directive('frame-ancestors')).toBe("frame-ancestors 'none'")
})

test('no copy is kept on the way', () => {
  expect(visit().headers.get('cache-control')).toBe('private, no-store')
})

test.each([
  ['/', true],
  ['/postmortems/42', true],
  ['/api/v1/postmortems', true],
  ['/api/v1/importsomething', true],
  ['/_next/static/chunks/a.js', false],
  ['/api/v1/imports', false],
  ['/api/v1/imports/7/parts', false],
])('%s passes through: %s', (path, expected) => {
  expect(config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path))).toBe(expected)
})
