import { expect, test } from '@playwright/test'
import { dataDirectory, type Instance, run, startInstance } from './fixtures/instance.ts'

/** The real server, ended in the ways servers end. What it answered 201 for is there afterwards. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const data = dataDirectory()
let token = ''
test.beforeAll(() => {
  const ada = [
    '--email',
    'ada@northlight.example',
    '--name',
    'Ada Smith',
    '--organization',
    'Northlight',
    '--zone',
    'UTC',
  ]
  expect(run(data.path, ['setup', ...ada, '--password-stdin'], 'a quiet river in May')).toMatchObject({ code: 0 })
})
test.afterAll(() => data.remove())

type Saves = { acknowledged: string[]; refused: number }

/** Writes without a pause, four at a time, and keeps the titles that were answered 201, until the server is gone. */
async function save(origin: string, round: string): Promise<Saves> {
  const saves: Saves = { acknowledged: [], refused: 0 }
  const writer = async (which: number) => {
    for (let count = 0; ; count++) {
      const title = `${round} ${which} ${count}`
      try {
        if ((await post(origin, title)) === 201) saves.acknowledged.push(title)
        else saves.refused++
      } catch {
        return
      }
    }
  }
  await Promise.all([0, 1, 2, 3].map(writer))
  return saves
}

async function post(origin: string, title: string): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/action-items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title, priority: 'p1', team: 'edge', dueOn: '2030-01-01' }),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** Every title there is, page by page. */
async function titles(origin: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const address = `${origin}/api/v1/action-items?status=all&limit=100${cursor && `&cursor=${cursor}`}`
    const page = (await (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).json()) as {
      items: { title: string }[]
      nextCursor: string | null
    }
    for (const { title } of page.items) found.add(title)
    cursor = page.nextCursor
  }
  return found
}

const stop = async (instance: Instance) => {
  instance.process.kill('SIGTERM')
  await instance.ended
}

test('nothing that was acknowledged is lost to kill -9', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const instance = await startInstance(data.path)
    if (round === 0) await prepare(instance)
    const saving = save(instance.origin, `round ${round}`)
    // Each time after another number of answers, so at another moment of a commit.
    await expect
      .poll(async () => (await titles(instance.origin)).size)
      .toBeGreaterThan(acknowledged.length + 20 + round * 7)
    instance.process.kill('SIGKILL')
    await instance.ended
    acknowledged.push(...(await saving).acknowledged)
  }
  const instance = await startInstance(data.path)
  const found = await titles(instance.origin)
  await stop(instance)
  expect(acknowledged.length).toBeGreaterThan(60)
  expect(acknowledged.filter((title) => !found.has(title))).toEqual([])
})

async function prepare({ origin }: Instance): Promise<void> {
  const scopes = ['action-items:read', 'action-items:write', 'people:write', 'admin:write'].flatMap((scope) => [
    '--scope',
    scope,
  ])
  const made = run(data.path, ['token', 'create', '--user', 'ada@northlight.example', ...scopes])
  expect(made).toMatchObject({ code: 0 })
  token = made.out
  const team = await fetch(`${origin}/api/v1/teams`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Edge', slug: 'edge', zone: 'UTC' }),
  })
  expect(team.status).toBe(201)
}

test('a request to stop lets what is being saved finish', async () => {
  const instance = await startInstance(data.path)
  const before = (await titles(instance.origin)).size
  const saving = save(instance.origin, 'stopped')
  await expect.poll(async () => (await titles(instance.origin)).size).toBeGreaterThan(before + 10)
  instance.process.kill('SIGTERM')
  const [code] = (await instance.ended) as [number | null]
  const { acknowledged, refused } = await saving
  expect(code, instance.output()).toBe(0)
  expect(refused).toBe(0)

  const again = await startInstance(data.path)
  const found = await titles(again.origin)
  await stop(again)
  expect(acknowledged.filter((title) => !found.has(title))).toEqual([])
})

test('a server whose log nobody reads any more goes on, and stops when asked', async () => {
  const instance = await startInstance(data.path)
  instance.process.stdout?.destroy()
  instance.process.stderr?.destroy()
  expect(await post(instance.origin, 'unheard')).toBe(201)
  instance.process.kill('SIGTERM')
  const [code] = (await instance.ended) as [number | null]
  expect(code).toBe(0)
})

test('a second server on the same data is refused, and the first goes on', async () => {
  const first = await startInstance(data.path)
  await expect(startInstance(data.path)).rejects.toThrow(/is using the data directory/)
  expect(await post(first.origin, 'still here')).toBe(201)
  await stop(first)
})
