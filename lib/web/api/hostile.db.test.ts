import { beforeAll, describe, expect, test } from 'vitest'
import { scopes } from '#lib/actor.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { formShape } from '../form-shape.ts'
import { type Method, type Route, route } from '../routes.ts'
import { allRoutes } from './all.ts'

const database = await testDatabase()
const at = 'https://firebreak.example.com'
let w: World

beforeAll(async () => {
  await database.empty()
  w = await world(database)
  const facts = { title: 'Resolvers refused answers', severity: 'sev2', kind: 'outage', team: 'edge' }
  await w.done('max', recordIncident, facts)
  await w.done('max', draftPostmortem, {
    title: 'Resolvers refused answers',
    template: 'classic',
    team: 'edge',
    incident: 1,
  })
  const secret = { visibility: 'restricted', restrictedReason: 'security' }
  await w.done('max', recordIncident, { ...facts, ...secret })
  await w.done('max', draftPostmortem, { title: 'Hidden', template: 'classic', team: 'edge', ...secret })
})

type Sent = { who?: Name; method: string; json?: unknown; query?: string; params?: Record<string, string> }

/** The real route in front of the real database, as somebody with a token of their own for each call: limits are not the subject. */
async function send(
  { path, operations }: Route,
  { who = writerOf(path), method, json, query = '', params = {} }: Sent,
) {
  const actor = { ...w.actor(who), via: { kind: 'token', tokenId: crypto.randomUUID(), scopes } } as const
  const door = { appUrl: new URL(at), contextOf: async () => w.contextAs(actor), networkOf: () => 'somewhere' }
  const headers = { authorization: 'Bearer x', 'content-type': 'application/json' }
  const request = new Request(`${at}/api/v1${path}${query}`, {
    method,
    headers,
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const handlers = route(path, operations, door)
  const response = await handlers[method as Method](request, {
    params: Promise.resolve({ ...samplesFor(path), ...params }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** Somebody who may, so that the wish gets as far as it can. */
const writerOf = (path: string): Name => (/^\/(people|teams|services)/.test(path) ? 'ada' : 'max')

const samplesFor = (path: string): Record<string, string> => {
  const samples: Record<string, string> = {
    number: '1',
    revision: '1',
    item: '1',
    guide: 'dns-reliability',
    slug: path.startsWith('/teams') ? 'edge' : 'edge-proxy',
  }
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, samples[name] ?? w.personIds.tom]))
}

const hostile: unknown[] = [
  { not: '' },
  { contains: 'a', mode: 'insensitive' },
  [[]],
  null,
  true,
  -1,
  2_147_483_648,
  1e308,
  '',
  'a\0b',
  '\ud800',
  '\u202e\u0000',
  '\'; drop table "Person"; --',
  '%_\\',
  'x'.repeat(30_000),
  '../../etc/passwd',
  '2026-06-10T12:00:00+99:99',
  '9999-12-31',
  Array.from({ length: 1_000 }, () => 'x'),
]

const operations = allRoutes.flatMap((each) =>
  Object.entries(each.operations).map(([method, operation]) => ({
    each,
    method,
    operation,
    title: `${method} ${each.path}`,
  })),
)

describe.each(operations)('$title', ({ each, method, operation }) => {
  test('answers hostile values in every field with a refusal or a result, never with a fault', {
    timeout: 60_000,
  }, async () => {
    const shape = formShape(operation.input)
    const names = shape.kind === 'object' ? shape.names : []
    const answers: string[] = []
    for (const name of [...names, '__proto__'])
      for (const value of hostile) {
        const { status, text } = await send(each, wish({ method, name, value, operation, path: each.path }))
        if (status >= 500) answers.push(`${name} = ${JSON.stringify(value).slice(0, 40)} → ${text}`)
      }
    expect(answers).toEqual([])
  })

  test('answers made-up cursors and numbers without a fault', async () => {
    const cursors = [
      '%00',
      'WyJcdTAwMDAiXQ',
      'W251bGxd',
      'bnVsbA',
      Buffer.from('["\\u0000","\\u0000"]').toString('base64url'),
    ]
    for (const cursor of method === 'GET' ? cursors : [])
      expect((await send(each, { method, query: `?cursor=${cursor}` })).status).toBeLessThan(500)
    for (const number of each.path.includes('{number}') ? ['0', '-1', '1e9', '99999999999', 'x', '1 or 1=1', '\0'] : [])
      expect(
        (await send(each, { method, json: operation.kind === 'command' ? {} : undefined, params: { number } })).status,
      ).toBeLessThan(500)
  })
})

describe('what cannot be seen', () => {
  const hidden = operations.filter(({ each }) => /^\/(postmortems|incidents)\/\{number\}/.test(each.path))

  test.each(hidden)('$title answers like what does not exist', async ({ each, method, operation }) => {
    const json = operation.kind === 'command' ? { ...operation.example } : undefined
    const [restricted, missing] = await Promise.all(
      ['2', '999'].map((number) => send(each, { who: 'tom', method, json, params: { number } })),
    )
    // Who may not break glass is refused before anybody looks whether there is something behind it.
    const status = each.path.endsWith('/break-glass') ? 403 : 404
    expect([restricted?.status, missing?.status]).toEqual([status, status])
    expect(restricted?.text).toBe(missing?.text)
    const names = (headers?: Headers) => [...(headers ?? [])].filter(([name]) => !name.startsWith('ratelimit'))
    expect(names(restricted?.headers)).toEqual(names(missing?.headers))
  })
})

type Wish = {
  method: string
  name: string
  value: unknown
  operation: (typeof operations)[number]['operation']
  path: string
}

function wish({ method, name, value, operation, path }: Wish): Sent {
  if (path.includes(`{${name}}`))
    return {
      method,
      params: { [name]: String(value) },
      json: operation.kind === 'command' ? { ...operation.example } : undefined,
    }
  if (operation.kind === 'query')
    return {
      method,
      query: `?${new URLSearchParams([[name, typeof value === 'string' ? value : JSON.stringify(value)]])}`,
    }
  const json = Object.fromEntries([
    ...Object.entries({ ...operation.example, ...records(operation.example) }),
    [name, value],
  ])
  return { method, json }
}

/** Examples name records of a made-up company; here the first of each exists. */
const records = (example: Record<string, unknown> | null) =>
  Object.fromEntries(['incident', 'postmortem'].filter((name) => example && name in example).map((name) => [name, 1]))
