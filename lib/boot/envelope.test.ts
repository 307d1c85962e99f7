import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inEnvelope } from './envelope.ts'

/** Says what it was asked, long enough to be worth compressing. */
const page = `<p>${'All is well. '.repeat(500)}</p>`
const server = http.createServer(
  inEnvelope((request, response) => {
    const type = request.url?.startsWith('/api/') ? 'application/json' : 'text/html'
    response.setHeader('Content-Type', `${type}; charset=utf-8`)
    response.write(page)
    response.end(`<pre>${JSON.stringify(request.headers)}</pre>`)
  }),
)
let port: number
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function ask(path = '/', headers: Record<string, string> = {}) {
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) =>
    http.get({ port, path, headers }, resolve).on('error', reject),
  )
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece)
  const body = Buffer.concat(pieces)
  const inside = answer.headers['content-encoding'] ? '' : body.toString()
  const seen: Record<string, string> = JSON.parse(/<pre>(.*)<\/pre>/.exec(inside)?.[1] ?? '{}')
  return { headers: answer.headers, seen, size: body.length, text: inside }
}

const nonceIn = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1]

test.each(['/', '/api/v1/teams', '/_next/static/chunks/a.js'])(
  '%s tells browsers what they must not do with it',
  async (path) => {
    expect((await ask(path)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  },
)

test('every answer carries a nonce of its own', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask()))
  const nonces = answers.map(({ headers }) => nonceIn(headers['content-security-policy']))
  expect(new Set(nonces).size).toBe(20)
  expect(nonces.every((nonce) => (nonce?.length ?? 0) >= 22)).toBe(true)
})

test('the page is told the same nonce and id that the answer carries', async () => {
  const { headers, seen } = await ask()
  expect(seen['x-nonce']).toBe(nonceIn(headers['content-security-policy']))
  expect(seen['content-security-policy']).toBe(headers['content-security-policy'])
  expect(seen['x-request-id']).toBe(headers['x-request-id'])
})

test('what the client sends under these names is overwritten', async () => {
  const { headers, seen } = await ask('/', {
    'content-security-policy': "script-src 'nonce-evil'",
    'Content-Security-Policy-Report-Only': "script-src 'nonce-evil'",
    'X-Nonce': 'evil',
    'x-request-id': 'evil',
    'x-path': '//evil',
  })
  expect(JSON.stringify([headers, seen])).not.toContain('evil')
})

test('scripts run by nonce only, and nothing may frame, rebase or post us elsewhere', async () => {
  const policy = String((await ask()).headers['content-security-policy'])
  const directive = (name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))
  expect(directive('script-src')).toMatch(/^script-src 'nonce-[^']+' 'strict-dynamic'$/)
  expect(directive('default-src')).toBe("default-src 'none'")
  expect(directive('object-src')).toBe("object-src 'none'")
  expect(directive('base-uri')).toBe("base-uri 'none'")
  expect(directive('form-action')).toBe("form-action 'self'")
  expect(directive('frame-ancestors')).toBe("frame-ancestors 'none'")
})

test.each([
  ['/', true],
  ['/postmortems/42', true],
  ['/api/v1/postmortems', true],
  ['/api/v1/imports/7/parts', true],
  ['/postmortems/42/images/7', false],
  ['/_next/static/chunks/a.js', false],
])('%s is kept nowhere on the way: %s', async (path, expected) => {
  const { headers } = await ask(path)
  expect(headers['cache-control']).toBe(expected ? 'private, no-store' : undefined)
  expect(headers['content-security-policy'] !== undefined).toBe(expected)
})

test.each([
  ['/postmortems/42?text=working&_rsc=1x2y', '/postmortems/42?text=working'],
  ['/search?q=a%26b&_rsc=1', '/search?q=a%26b'],
  ['//elsewhere.example/x', '/'],
  ['/\\elsewhere.example/x', '/'],
  ['http://elsewhere.example/x', '/'],
])('%s is at %s', async (path, expected) => {
  expect((await ask(path)).seen['x-path']).toBe(expected)
})

test.each([
  ['/', 'gzip', 'gzip'],
  ['/', 'gzip, br', 'gzip'],
  ['/', 'br', 'br'],
  ['/', 'gzip;q=0, br', 'br'],
  ['/api/v1/teams', 'gzip', 'gzip'],
  ['/api/v1/teams', 'gzip, br', 'br'],
])('%s to %s is sent in %s, smaller and at once', async (path, accepted, encoding) => {
  const { headers, size } = await ask(path, { 'accept-encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers.vary).toContain('Accept-Encoding')
  expect(size).toBeLessThan(page.length / 4)
})

test('who understands no compression gets the text', async () => {
  expect((await ask()).text).toContain(page)
})
