import http from 'node:http'
import { idOf, unique } from './fixtures/scene.ts'
import { expect, test } from './fixtures/test.ts'

/** What every answer carries, and what no spelling of an address gets past. */
const pages = [
  '/',
  '/postmortems',
  '/incidents',
  '/action-items',
  '/search?q=cache',
  '/settings',
  '/guides',
  '/no-such-page',
]

test('every page names the nonce of its scripts, a new one each time, and stays private', async ({ as }) => {
  const { context } = await as('edgeLead')
  const nonces: string[] = []
  for (const address of pages) {
    const answer = await context.request.get(address)
    const headers = answer.headers()
    const policy = headers['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    const html = await answer.text()
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(
      ([, attributes = '']) => /nonce="([^"]*)"/.exec(attributes)?.[1],
    )
    expect(new Set(scripts), address).toEqual(new Set([nonce]))
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/same-origin|no-referrer/),
      'cache-control': expect.stringMatching(/private.*no-store|no-store/),
    })
    expect(headers['x-powered-by']).toBeUndefined()
    nonces.push(nonce)
  }
  expect(new Set(nonces).size).toBe(pages.length)
})

test('a nonce or a policy that was sent is not believed', async ({ as }) => {
  const { context } = await as('edgeLead')
  const planted = {
    'content-security-policy': "script-src 'nonce-planted'",
    'x-nonce': 'planted',
    'x-request-id': 'planted',
  }
  const answer = await context.request.get('/', { headers: planted })
  expect(await answer.text()).not.toContain('planted')
  expect(JSON.stringify(answer.headers())).not.toContain('planted')
})

test('no spelling and no header gets a stranger past the way in', async ({ as, baseURL }) => {
  const lead = await as('edgeLead')
  const secret = `secret${unique()}`
  const made = await lead.api.done('POST', '/postmortems', { title: secret, template: 'light', team: 'edge-traffic' })
  const page = `/postmortems/${made.number}`
  const variants: Record<string, string>[] = [
    ...[5, 1].map((times) => ({ 'x-middleware-subrequest': Array(times).fill('proxy').join(':') })),
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    ...[{ rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }, { 'x-nextjs-data': '1' }, { 'next-resume': '1' }],
    { rsc: '1', 'next-router-segment-prefetch': page },
    ...[{ 'x-original-url': page }, { 'x-rewrite-url': page }, { 'x-invoke-path': page }],
  ]
  const spellings = [
    ...[`${page}.rsc`, `${page}.segments/_tree.segment.rsc`, `/_next/data/x${page}.json`, `/${page}`, `${page}/`],
    ...[page.replace('p', '%70'), page.replace('/p', '/P'), `/x/..${page}`, `/_next/static/../..${page}`],
    ...[`/_next/static/..%2f..${page.replaceAll('/', '%2f')}`, `/favicon.ico/..${page}`, `${page}?_rsc=x`],
    `/_next/image?url=${encodeURIComponent(page)}&w=64&q=75`,
  ]
  const origin = new URL(baseURL ?? '')
  for (const headers of variants)
    expect(await raw(origin, page, headers), JSON.stringify(headers)).not.toContain(secret)
  for (const spelling of spellings) expect(await raw(origin, spelling), spelling).not.toContain(secret)
  expect(await raw(origin, '/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75')).toMatch(/^(400|404)/)
})

test('the address of an instance comes from its settings, never from who asks', async ({ baseURL }) => {
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
  for (const path of ['/', '/sign-in', '/api/auth/providers', '/postmortems'])
    expect(await raw(new URL(baseURL ?? ''), path, forged), path).not.toContain('evil.example')
})

test('a form from another site changes nothing', async ({ as, baseURL }) => {
  const { page, api } = await as('certificateEngineer')
  await page.goto('/settings/profile')
  const id = await idOf(api, 'certificateEngineer')
  const before = await api.done('GET', `/people/${id}`)
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === 'POST'),
    page.getByRole('button', { name: 'Save' }).click(),
  ])
  await expect(page.getByText('Saved.')).toBeVisible()
  const sent = await request.allHeaders()
  const origin = new URL(baseURL ?? '')
  const body = (request.postDataBuffer() ?? Buffer.from(''))
    .toString('latin1')
    .replaceAll(String(before.name), 'Taken over')
  const {
    origin: _,
    'sec-fetch-site': __,
    'content-length': ___,
    host: ____,
    ...kept
  } = Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith(':')))
  const forged: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: origin.origin, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of forged) await raw(origin, '/settings/profile', { ...kept, ...headers }, body)
  expect(await api.done('GET', `/people/${id}`)).toEqual(before)
})

/** Without a browser's or a client's care for what may be sent. Status, then headers, then body. */
function raw(
  { hostname, port, host }: URL,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { hostname, port, path, method: body === undefined ? 'GET' : 'POST', headers: { host, ...headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve(`${answer.statusCode} ${JSON.stringify(answer.headers)} ${Buffer.concat(parts).toString()}`),
        )
      },
    )
    request.on('error', reject)
    request.end(body === undefined ? undefined : Buffer.from(body, 'latin1'))
  })
}
