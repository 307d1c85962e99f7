import { beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '#lib/context.ts'
import { createService } from '#lib/services/create.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { answerForm } from './form-door.ts'
import { KEPT_MS } from './once.ts'
import { endpoint } from './operation.ts'
import { route } from './routes.ts'

const test_ = await testDatabase()
let w: World

beforeEach(async () => {
  await test_.empty()
  w = await world(test_)
})

const address = 'https://firebreak.example.com'
const door = (context: Context) => ({
  appUrl: new URL(address),
  contextOf: async () => context,
  networkOf: () => 'somewhere',
})

type Sent = { key: string; body: unknown; who?: Name; now?: Date; at?: string; shownOnce?: boolean }

async function post({ key, body, who = 'ada', now = NOW, at = '/services', shownOnce = false }: Sent) {
  const operation = endpoint(createService, { created: ({ slug }) => `/api/v1/services/${slug}`, shownOnce })
  const { POST } = route(at, { POST: operation }, door(w.contextOf(who, now)))
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  const request = new Request(`${address}/api/v1${at}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const response = await POST(request, { params: Promise.resolve({}) })
  return { status: response.status, replayed: response.headers.get('idempotent-replayed'), body: await response.json() }
}

const dns = { name: 'DNS', team: 'edge', slug: 'dns' }
const created = async () => (await w.events()).filter((name) => name === 'service.created').length

describe('an Idempotency-Key', () => {
  test('twenty at once have one effect and one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ key: 'one', body: dns })))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1)
    expect(await created()).toBe(1)
  })

  test('the order of the fields does not matter, their values do', async () => {
    await post({ key: 'one', body: dns })
    expect(await post({ key: 'one', body: { slug: 'dns', team: 'edge', name: 'DNS' } })).toMatchObject({
      status: 201,
      replayed: 'true',
    })
    const other = await post({ key: 'one', body: { ...dns, name: 'Other' } })
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:firebreak:problem:key_reused' } })
  })

  test('it belongs to one address', async () => {
    await post({ key: 'one', body: dns })
    expect(await post({ key: 'one', body: dns, at: '/elsewhere' })).toMatchObject({ status: 422 })
  })

  test('it belongs to one person', async () => {
    await post({ key: 'one', body: dns })
    const other = await post({ key: 'one', body: { ...dns, slug: 'ntp' }, who: 'max' })
    expect(other).toMatchObject({ status: 201, replayed: null, body: { slug: 'ntp' } })
  })

  test('what was refused may be sent again, mended, under the same key', async () => {
    expect(await post({ key: 'one', body: { ...dns, slug: 'edge-proxy' } })).toMatchObject({ status: 400 })
    expect(await post({ key: 'one', body: dns })).toMatchObject({ status: 201, replayed: null })
    expect(await w.read('ada', ({ db }) => db.idempotencyKey.count())).toBe(1)
  })

  test('after a day it is a new wish, and old ones are forgotten', async () => {
    await post({ key: 'one', body: dns })
    await post({ key: 'two', body: { ...dns, slug: 'ntp' } })
    const later = new Date(NOW.getTime() + KEPT_MS + 1)
    expect(await post({ key: 'one', body: { ...dns, slug: 'smtp' }, now: later })).toMatchObject({
      status: 201,
      replayed: null,
    })
    expect(await w.read('ada', ({ db }) => db.idempotencyKey.findMany({ select: { key: true } }))).toEqual([
      { key: 'rest:one' },
    ])
  })

  test('a secret is not kept for a second asking', async () => {
    await post({ key: 'one', body: dns, shownOnce: true })
    expect(await post({ key: 'one', body: dns, shownOnce: true })).toMatchObject({ status: 409 })
    expect(await w.read('ada', ({ db }) => db.idempotencyKey.findFirst({ select: { response: true } }))).toEqual({
      response: null,
    })
    expect(await created()).toBe(1)
  })
})

describe('the nonce of a form', () => {
  const press = (entries: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(entries)) form.append(name, value)
    return answerForm(w.contextOf('ada'), { command: createService, form })
  }

  test('ten presses add one, and all lead to it', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => press({ ...dns, _nonce: 'n' })))
    expect(results.map((result) => result.done && result.value.slug)).toEqual(Array(10).fill('dns'))
    expect(await created()).toBe(1)
  })

  test('another text under the same nonce is another wish', async () => {
    await press({ ...dns, _nonce: 'n' })
    expect(await press({ ...dns, slug: 'ntp', _nonce: 'n' })).toMatchObject({ done: true, value: { slug: 'ntp' } })
  })

  test('without a nonce each press counts', async () => {
    await press(dns)
    expect(await press(dns)).toMatchObject({ done: false, state: { fields: [{ field: 'slug' }] } })
  })
})
