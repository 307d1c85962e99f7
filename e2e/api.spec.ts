import { drafted, idOf, unique } from './fixtures/scene.ts'
import { type Api, expect, test } from './fixtures/test.ts'

/** What REST answers when something is wrong, as the programs of other people see it. */
const problem = async (answer: {
  status: () => number
  headers: () => Record<string, string>
  json: () => Promise<unknown>
}) => {
  expect(answer.headers()['content-type']).toBe('application/problem+json')
  const body = (await answer.json()) as Record<string, unknown>
  expect(body).toMatchObject({ status: answer.status(), instance: expect.stringMatching(/^urn:uuid:/) })
  return body
}

const incident = { title: 'Slow answers in Madrid', severity: 'sev3', kind: 'degradation', team: 'edge-traffic' }

test('strangers are asked to sign in, whatever they ask for', async ({ request }) => {
  for (const path of ['/postmortems', '/postmortems/1', '/incidents/999999', '/people'])
    expect(await problem(await request.get(`/api/v1${path}`))).toMatchObject({
      status: 401,
      type: 'urn:firebreak:problem:unauthenticated',
    })
  expect(
    (await request.get('/api/v1/postmortems', { headers: { authorization: 'Bearer fb_no_such_token' } })).status(),
  ).toBe(401)
})

test('a refusal says who could', async ({ as }) => {
  const { api } = await as('auditor')
  expect(await problem(await api.send('POST', '/incidents', incident))).toMatchObject({
    status: 403,
    detail: expect.stringMatching(/\w+ .*\.$/),
  })
})

test('hidden and missing are the same answer', async ({ as }) => {
  const lead = await as('edgeLead')
  const restricted = await drafted(lead.api, { visibility: 'restricted', restrictedReason: 'legal' })
  const { api, context } = await as('networkEngineer')
  const answers = await Promise.all([`/postmortems/${restricted}`, '/postmortems/999999'].map((path) => api.get(path)))
  const [hidden, missing] = await Promise.all(answers.map(problem))
  expect(hidden).toEqual({ ...missing, instance: hidden?.instance })
  expect(Object.keys(answers[0]?.headers() ?? {}).sort()).toEqual(Object.keys(answers[1]?.headers() ?? {}).sort())

  const change = { title: 'Mine now' }
  for (const number of [restricted, 999999]) {
    expect((await api.send('PATCH', `/postmortems/${number}`, change)).status()).toBe(404)
    expect((await context.request.get(`/postmortems/${number}`)).status()).toBe(404)
  }
  const pages = await Promise.all(
    [restricted, 999999].map(async (number) => (await context.request.get(`/postmortems/${number}`)).text()),
  )
  const [one, other] = pages.map((html) => anonymized(html))
  expect(one).toBe(other)
})

/** Numbers, nonces and ids differ between any two requests. */
const anonymized = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/postmortems\/\d+/g, '')
    .replace(/value="[^"]*"/g, '')
    .replace(/_R_[\w-]*_/g, '')

test('a conflict gives both texts', async ({ as }) => {
  const { api } = await as('edgeLead')
  const number = await drafted(api)
  const { sections } = (await api.done('GET', `/postmortems/${number}/sections`)) as {
    sections: { key: string; version: number }[]
  }
  const [{ key, version } = { key: '', version: 0 }] = sections
  const edit = (body: string) => api.send('PATCH', `/postmortems/${number}`, { sections: [{ key, version, body }] })
  expect((await edit('The first to save.')).status()).toBe(200)
  const late = await edit('The second to save.')
  expect(await problem(late)).toMatchObject({
    status: 409,
    current: { sections: [{ key, body: 'The first to save.', version: version + 1 }] },
  })
})

test('what is not understood is refused by name', async ({ as }) => {
  const { api } = await as('edgeLead')
  const wrong: [unknown, RegExp][] = [
    [{ ...incident, ownerId: 'me' }, /^ownerId$/],
    [{ ...incident, version: 1, createdAt: '2020-01-01' }, /^version$/],
    [{ ...incident, title: { not: '' } }, /^title$/],
    [{ ...incident, team: { contains: '' } }, /^team$/],
    [{ ...incident, severity: ['sev1'] }, /^severity$/],
    [{ ...incident, title: 'a'.repeat(10_000) }, /^title$/],
    [{ ...incident, services: [{ service: { not: '' }, role: 'origin' }] }, /^services\.0\.service$/],
    [{ ...incident, title: 'NUL \u0000' }, /^title$/],
  ]
  for (const [body, field] of wrong) {
    const answer = await problem(await api.send('POST', '/incidents', body))
    expect(answer).toMatchObject({ status: 400 })
    expect((answer.fields as { field: string }[]).map((each) => each.field).join()).toMatch(
      new RegExp(field.source.replace(/[$^]/g, '')),
    )
  }
  expect(await problem(await api.get('/postmortems?team[not]=x'))).toMatchObject({ status: 400 })
  // A cursor somebody made up reads as "from the start", so what it holds reaches no query.
  expect((await api.get('/postmortems?cursor=eyJub3QiOiIifQ')).status()).toBe(200)
})

test('bodies are JSON, and not too much of it', async ({ as }) => {
  const { api } = await as('edgeLead')
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await problem(await api.send('POST', '/incidents', 'title=x', form))).status).toBe(415)
  const json = { 'content-type': 'application/json' }
  expect((await problem(await api.send('POST', '/incidents', '{"title":', json))).status).toBe(400)
  expect((await problem(await api.send('POST', '/incidents', '[]', json))).status).toBe(400)
  const large = JSON.stringify({ ...incident, title: 'x'.repeat(1_100_000) })
  expect((await problem(await api.send('POST', '/incidents', large, json))).status).toBe(413)
  expect((await problem(await api.send('PUT', '/incidents', incident))).status).toBe(405)
})

test('a session is taken from our own pages only', async ({ as }) => {
  const { context } = await as('edgeLead')
  for (const headers of [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[])
    expect((await context.request.post('/api/v1/incidents', { data: incident, headers })).status()).toBe(403)
})

test('the same wish sent twice is granted once', async ({ as }) => {
  const { api } = await as('edgeLead')
  const key = { 'idempotency-key': unique() }
  const [one, other] = await Promise.all([1, 2].map(() => api.send('POST', '/incidents', incident, key)))
  expect([one?.status(), other?.status()]).toEqual([201, 201])
  expect(await one?.json()).toEqual(await other?.json())
  expect(
    (await problem(await api.send('POST', '/incidents', { ...incident, title: 'Another wish' }, key))).status,
  ).toBe(422)
})

test('a path cannot be talked over by a body', async ({ as }) => {
  const { api } = await as('edgeLead')
  const [one, other] = [await drafted(api), await drafted(api)]
  const answer = await api.send('PATCH', `/postmortems/${one}`, { number: other, title: 'Which one?' })
  expect(await answer.json()).toMatchObject({ number: one, title: 'Which one?' })
})

test('ids of another record change nothing in this one', async ({ as }) => {
  const { api } = await as('edgeLead')
  const record = async (api: Api) => {
    const { number } = await api.done('POST', '/incidents', incident)
    const entry = { at: '2026-03-04T10:05:00Z', kind: 'action', text: 'Drained it.' }
    const { timeline } = (await api.done('POST', `/incidents/${number}/timeline/entries`, entry)) as {
      timeline: { id: string }[]
    }
    return { number, entry: timeline[0]?.id }
  }
  const [mine, theirs] = [await record(api), await record(api)]
  expect((await api.send('DELETE', `/incidents/${mine.number}/timeline/entries/${theirs.entry}`)).status()).toBe(404)
  expect((await api.done('GET', `/incidents/${theirs.number}`)).timeline).toHaveLength(1)
  const stranger = await idOf(api, 'guest')
  expect((await api.send('PATCH', `/people/${stranger}`, { name: 'Renamed' })).status()).toBe(403)
})

test('the description fits what is served', async ({ request }) => {
  const answer = await request.get('/api/v1/openapi.json')
  const description = (await answer.json()) as {
    openapi: string
    paths: Record<string, Record<string, { operationId?: string; responses?: object }>>
  }
  expect(description.openapi).toMatch(/^3\.1/)
  const operations = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).filter(({ operationId }) => operationId),
  )
  expect(operations.length).toBeGreaterThan(30)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { responses } of operations) expect(Object.keys(responses ?? {}).length).toBeGreaterThan(1)
  for (const path of Object.keys(description.paths).filter((each) => !each.includes('{')))
    expect((await request.get(`/api/v1${path}`)).status(), path).not.toBe(404)
})
