import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Actor, anonymous } from '#lib/actor.ts'
import { invalid, type Problem, refuse } from '#lib/problem.ts'
import { contextOf, fakeCommand, person, problems } from '#lib/testing/fake-command.ts'
import { BODY_MAX } from './body.ts'
import { limits } from './limits.ts'
import { endpoint, get } from './operation.ts'
import { statuses } from './problem-response.ts'
import { type Operations, route } from './routes.ts'

const at = 'https://firebreak.example.com'
const door = (actor: Actor) => ({
  appUrl: new URL(at),
  contextOf: async () => contextOf(actor),
  networkOf: () => 'somewhere',
})

type Sent = Omit<RequestInit, 'headers'> & {
  headers?: Record<string, string>
  json?: unknown
  actor?: Actor
  query?: string
}

const fake = (fails?: Problem | Error): Operations => ({
  POST: endpoint(fakeCommand(fails)),
  PUT: endpoint(fakeCommand(fails)),
})

async function send(operations: Operations, { json, actor = person(), query = '', ...init }: Sent = {}) {
  const method = (init.method ?? 'POST') as 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS'
  const headers = { ...(json !== undefined && { 'content-type': 'application/json' }), ...init.headers }
  const body = json === undefined ? init.body : JSON.stringify(json)
  const request = new Request(`${at}/api/v1/services/edge${query}`, {
    ...init,
    method,
    headers,
    ...(body && { body, duplex: 'half' }),
  } as RequestInit)
  const response = await route('/services/{slug}', operations, door(actor))[method](request, {
    params: Promise.resolve({ slug: 'edge' }),
  })
  const text = await response.text()
  return { response, status: response.status, text, body: text ? JSON.parse(text) : null }
}

describe('every problem through the REST door', () => {
  test.each(problems.map((problem) => [problem.kind, problem] as const))('%s', async (kind, problem) => {
    const { response, body } = await send(fake(problem), { json: { title: 'Mine' } })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(body).toMatchObject({
      ...statuses[kind],
      type: `urn:firebreak:problem:${kind}`,
      instance: 'urn:uuid:request-1',
    })
    expect(response.status).toBe(statuses[kind].status)
    expect(body.fields).toEqual(problem.kind === 'invalid' ? problem.fields : undefined)
    expect(body.current).toEqual(problem.kind === 'conflict' ? problem.current : undefined)
    const retry = { limited: '7', unavailable: '2' }[kind as string] ?? null
    expect(response.headers.get('retry-after')).toBe(retry)
  })

  test('missing and invisible are one answer, byte for byte', async () => {
    const asked = [
      await send(fake({ kind: 'not_found' }), { json: { title: 'a' } }),
      await send(fake({ kind: 'not_found' }), { json: { title: 'b' } }),
    ]
    expect(asked[0]?.text).toBe(asked[1]?.text)
  })

  test.each([
    [new Error('select "passwordHash" from "Person" at /srv/app.js:1')],
    [Object.assign(new Error('leak'), { problem: 'not ours' })],
  ])('a fault tells its number and nothing else', async (error) => {
    const log = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    const { status, text, body } = await send(fake(error), { json: { title: 'Mine' } })
    const lines = log.mock.calls.length
    log.mockRestore()
    expect(status).toBe(500)
    expect(text).not.toMatch(/passwordHash|Error|leak|\.js|at /i)
    expect(body.instance).toBe('urn:uuid:request-1')
    expect(lines).toBe(1)
  })
})

describe('what comes in', () => {
  test('the path overrides the body, and only declared columns leave', async () => {
    const { status, body } = await send(fake(), { json: { title: ' Mine ', slug: 'stolen' } })
    expect(status).toBe(200)
    expect(body).toEqual({ title: 'Mine', slug: 'edge' })
  })

  test.each<[string, unknown, string]>([
    ['an unknown field', { title: 'x', role: 'administrator' }, 'role'],
    ['a filter where text belongs', { title: { not: '' } }, 'title'],
    ['a list where text belongs', { title: ['x'] }, 'title'],
    ['a NUL', { title: 'a\0b' }, 'title'],
    ['a NUL deep inside', { title: 'x', rows: [{ at: 'ab' }, { at: 'a\0' }] }, 'rows.1.at'],
    ['a prototype', JSON.parse('{"title":"x","__proto__":{"a":1}}'), '__proto__'],
    ['nothing', {}, 'title'],
  ])('%s is a 400 that names the field', async (_, json, field) => {
    const { status, body } = await send(fake(), { json })
    expect(status).toBe(400)
    expect(body.fields.map((problem: { field: string }) => problem.field)).toContain(field)
  })

  test('half of a surrogate pair is repaired', async () => {
    const { body } = await send(fake(), {
      body: '{"title":"a\\ud800b"}',
      headers: { 'content-type': 'application/json' },
    })
    expect(body.title).toBe('a\ufffdb')
  })

  test.each<[string, string | Uint8Array, string, number]>([
    ['a form', 'title=Mine', 'application/x-www-form-urlencoded', 415],
    ['text', '{"title":"Mine"}', 'text/plain', 415],
    ['something that begins like JSON', '{"title":"Mine"}', 'application/jsonx', 415],
    ['JSON with a charset', '{"title":"Mine"}', 'application/json; charset=utf-8', 200],
    ['broken JSON', '{"title":', 'application/json', 400],
    ['a list', '[]', 'application/json', 400],
    ['null', 'null', 'application/json', 400],
    ['another encoding', new Uint8Array([0x7b, 0xff, 0xfe]), 'application/json', 400],
    ['very deep JSON', '['.repeat(200_000), 'application/json', 400],
    ['very deep valid JSON', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/json', 400],
  ])('%s', async (_, body, type, status) => {
    expect((await send(fake(), { body: body as BodyInit, headers: { 'content-type': type } })).status).toBe(status)
  })

  test('what changes something does not stand in the address', async () => {
    const { status, body } = await send(fake(), { json: { title: 'x' }, query: '?slug=y' })
    expect([status, body.fields[0].field]).toEqual([400, 'slug'])
  })
})

describe('how much comes in', () => {
  const type = { 'content-type': 'application/json' }

  test('a declared length is enough to refuse', async () => {
    const headers = { ...type, 'content-length': String(BODY_MAX + 1) }
    expect((await send(fake(), { body: '{}', headers })).status).toBe(413)
  })

  test('an undeclared or false length is counted while it streams, and the rest is not read', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(100_000).fill(32))
      },
    })
    const { status } = await send(fake(), { body: endless, headers: { ...type, 'content-length': '10' } })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(15)
  })

  test('up to the limit it is read', async () => {
    const body = `{"title":"x"}${' '.repeat(BODY_MAX - 13)}`
    expect((await send(fake(), { body, headers: type })).status).toBe(200)
  })
})

describe('who comes in', () => {
  const token = (...scopes: ('admin:write' | 'search:read')[]) =>
    person({ kind: 'token', tokenId: crypto.randomUUID(), scopes })

  test('nobody is told how to come in', async () => {
    const { response } = await send(fake(), { json: { title: 'x' }, actor: anonymous })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
  })

  test('a token does what its scopes say and nothing else', async () => {
    expect((await send(fake(), { json: { title: 'x' }, actor: token('admin:write') })).status).toBe(200)
    const { status, body } = await send(fake(), { json: { title: 'x' }, actor: token('search:read') })
    expect([status, body.detail]).toEqual([403, 'This token was not given the scope admin:write.'])
  })

  test.each<[string, Record<string, string>, number]>([
    ['from our own page', { cookie: 's=1', origin: at, 'sec-fetch-site': 'same-origin' }, 200],
    ['from another site', { cookie: 's=1', origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, 403],
    ['from nowhere', { cookie: 's=1' }, 403],
    ['with a token beside it', { cookie: 's=1', authorization: 'Bearer x' }, 200],
  ])('a cookie %s', async (_, headers, status) => {
    expect((await send(fake(), { json: { title: 'x' }, headers })).status).toBe(status)
  })

  test('the one too many waits, and knows how long; a neighbour does not', async () => {
    const actor = person()
    let last = await send(fake(), { json: { title: 'x' }, actor })
    expect(last.response.headers.get('ratelimit-limit')).toBe(String(limits.person.most))
    expect(last.response.headers.get('ratelimit-remaining')).toBe(String(limits.person.most - 1))
    // On a slow machine the allowance grows while it is used, so more are sent than it holds at first.
    for (let sent = 1; sent < limits.person.most * 4 && last.status === 200; sent += 1)
      last = await send(fake(), { json: { title: 'x' }, actor })
    expect(last.status).toBe(429)
    expect(last.response.headers.get('retry-after')).toBe('1')
    expect(last.response.headers.get('ratelimit-remaining')).toBe('0')
    expect((await send(fake(), { json: { title: 'x' } })).status).toBe(200)
  })
})

describe('queries', () => {
  const query = get({
    name: 'service.fake_list',
    summary: 'Lists nothing.',
    scope: 'search:read',
    input: z.strictObject({
      slug: z.string(),
      limit: z.coerce.number().max(100, 'Too many.').default(50),
      kind: z.array(z.string()).optional(),
    }),
    output: z.object({ slug: z.string(), limit: z.number(), kind: z.array(z.string()) }),
    run: async (_, { kind = [], ...input }) =>
      input.slug === 'none' ? refuse(invalid('slug', 'no')) : { ...input, kind },
  })
  const ask = (query: string, method = 'GET') => send({ GET: queryOperation }, { method, query })
  const queryOperation = query

  test('the address says what is asked for', async () => {
    expect((await ask('?limit=7&kind=a&kind=b')).body).toEqual({ slug: 'edge', limit: 7, kind: ['a', 'b'] })
  })
  test.each([
    ['?limit=101', 'limit'],
    ['?limit=1&limit=2', 'limit'],
    ['?where=x', 'where'],
    ['?limit.gt=1', 'limit'],
    ['?kind=%00', 'kind.0'],
    ['?__proto__=x', '__proto__'],
  ])('%s is refused by name', async (query, field) => {
    const { status, body } = await ask(query)
    expect([status, body.fields[0].field]).toEqual([400, field])
  })
  test('HEAD is GET without its body', async () => {
    const { status, text, response } = await ask('', 'HEAD')
    expect([status, text, response.headers.get('content-type')]).toEqual([200, '', 'application/json'])
  })
})

test('other methods are told which there are, and no other origin is invited', async () => {
  const refused = await send(fake(), { method: 'DELETE' })
  expect([refused.status, refused.response.headers.get('allow')]).toEqual([405, 'OPTIONS, POST, PUT'])
  const { status, response } = await send(fake(), { method: 'OPTIONS', headers: { origin: 'https://evil.test' } })
  expect([status, response.headers.get('allow')]).toEqual([204, 'OPTIONS, POST, PUT'])
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test.each([[''], ['a b'], ['ü'.repeat(3)], ['x'.repeat(191)]])('the idempotency key "%s" is refused', async (key) => {
  const { status, body } = await send(fake(), { json: { title: 'x' }, headers: { 'idempotency-key': key } })
  expect([status, body.fields[0].field]).toEqual([400, 'Idempotency-Key'])
})
