import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDispatcher } from '#lib/jobs/dispatch.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { library, restricted } from '#lib/testing/library.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { breaker } from './breaker.ts'
import { searchConsumers } from './consumer.ts'
import { find } from './find.ts'
import { MIRROR, mirrorChanges, passOn } from './mirror.ts'
import { type SearchServer, searchServerAt } from './server.ts'

let cast: World
let shelf: ReturnType<typeof library>
let server: Server | undefined
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  shelf = library(cast)
  await shelf.drafted('Stale answers', 'The cache was poisoned by a zeppelin.')
  await shelf.drafted('Stolen keys', 'The thief used a zeppelin.', restricted)
  await shelf.indexed()
})
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

async function listening(listener: RequestListener): Promise<SearchServer> {
  const own = createServer(listener)
  server = own
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  return at(`http://127.0.0.1:${(own.address() as AddressInfo).port}`)
}
const at = (url: string) => searchServerAt({ url, key: 'k' }, breaker({ report: () => undefined }))
const titlesOf = ({ results }: { results: { title: string }[] }) => results.map(({ title }) => title)

test('a server that hangs: the built-in engine answers and says so, and the next question does not wait', async () => {
  let asked = 0
  const hung = await listening(() => {
    asked += 1
  })
  const first = await find(cast.contextOf('tom'), { q: 'zeppelin', facets: true }, hung)
  expect(titlesOf(first)).toEqual(['Stale answers'])
  expect(first).toMatchObject({ fallback: true, engine: 'builtin' })
  expect(asked).toBe(1)
  expect(await find(cast.contextOf('tom'), { q: 'zeppelin' }, hung)).toMatchObject({ fallback: true })
  expect(asked).toBe(1)
})

test.each<[string, RequestListener]>([
  ['is broken', (_, response) => response.writeHead(500).end('{}')],
  ['answers nonsense', (_, response) => response.end('<html>')],
  ['has no such index', (_, response) => response.writeHead(404).end('{"message":"no","code":"index_not_found"}')],
])('a server that %s', async (_, listener) => {
  const found = await find(cast.contextOf('tom'), { q: 'zeppelin' }, await listening(listener))
  expect(titlesOf(found)).toEqual(['Stale answers'])
  expect(found.fallback).toBe(true)
})

test('a server that is not there', async () => {
  // Port 9 is "discard": nobody listens there, and nobody who did would answer.
  expect(await find(cast.contextOf('tom'), { q: 'zeppelin' }, at('http://127.0.0.1:9'))).toMatchObject({
    fallback: true,
  })
})

test('a server with a stale index shows and counts nothing that may not be seen', async () => {
  const rows = await cast.database.asOwner((db) => db.searchDocument.findMany({ select: { kind: true, id: true } }))
  const hits = [...rows, { kind: 'postmortem', id: cast.personIds.max }, { kind: 'zebra', id: 'x' }]
  const stale = await listening((_, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ hits: hits.map((hit) => ({ ...hit, _rankingScore: 1 })) })),
  )
  const asTom = async (q: string) => find(cast.contextOf('tom'), { q, facets: true }, stale)
  expect(await asTom('zeppelin')).toMatchObject({ fallback: false, engine: 'server', facets: [] })
  expect(titlesOf(await asTom('zeppelin'))).toEqual(['Stale answers'])
  expect(titlesOf(await asTom('kind:incident'))).toEqual([])
  expect(titlesOf(await find(cast.contextOf('gus'), { q: 'zeppelin' }, stale))).toEqual([])
  await cast.done('max', changeVisibility, { number: 1, ...restricted })
  expect(await asTom('zeppelin')).toMatchObject({ results: [], facets: [], more: false })
})

test('what a server could not be told waits in the outbox, and holds nothing else up', async () => {
  const { asOwner } = cast.database
  const broken = await listening((_, response) => response.writeHead(500).end('{}'))
  const later = () => new Date(NOW.getTime() + 5_000)
  await shelf.drafted('Fresh answers', 'It was a dirigible.')
  const onIndexed = (refs: Parameters<typeof passOn>[1]) => passOn(asOwner, refs, NOW)
  const main = startDispatcher({ asOwner }, { now: later, consumers: searchConsumers({ asOwner, onIndexed }) })
  const lane = startDispatcher(
    { asOwner },
    { lane: 'mirror', now: later, consumers: { [MIRROR]: mirrorChanges(asOwner, broken) }, report: () => undefined },
  )
  await main.drain()
  await lane.drain()
  await Promise.all([main.stop(), lane.stop()])
  expect(await shelf.titles('tom', 'dirigible')).toEqual(['Fresh answers'])
  const waiting = await asOwner((db) => db.outbox.findMany())
  expect(waiting.map(({ topic }) => topic)).toEqual([MIRROR])
  expect(waiting[0]?.lastError).not.toBe('')
})
