import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { engineContract, type Searching, shelve } from '#lib/testing/engine-contract.ts'
import { library } from '#lib/testing/library.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { find } from './find.ts'
import { meilisearchIndex } from './meilisearch.ts'
import { rebuildServer, reconcile, refFromKey } from './mirror.ts'
import { type SearchServer, searchServerAt } from './server.ts'

/** With MEILI_TEST_URL (and MEILI_TEST_KEY) the same expectations are held against a real search server. */
const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key = '' } = process.env

describe('the built-in engine', () => {
  engineContract(searching(null))
})

if (url)
  describe(`the search server at ${url}`, () => {
    // An index of its own for each run: two lanes may share the server.
    const name = `test-${process.pid}`
    const server = searchServerAt({ url, key, index: name }, undefined, 10_000)
    afterAll(() => server.index.drop())
    const there = searching(server)
    engineContract(there)

    test('a rebuild fills another index and lets it take the place of the one that is searched', async () => {
      const { asOwner } = there.cast().database
      const next = meilisearchIndex({ url, key, index: `${name}-next`, timeoutMs: 10_000 })
      await server.index.remove([...(await server.index.versions()).keys()].flatMap(refFromKey))
      expect((await there.find('tom', 'scheduler')).results).toEqual([])
      const count = await rebuildServer(asOwner, next, name)
      expect(await server.index.versions()).toHaveProperty('size', count)
      expect((await there.find('tom', 'scheduler')).results.map(({ title }) => title)).toEqual(['Slow deploys'])
      expect(await reconcile(asOwner, server)).toEqual({ put: 0, removed: 0 })
    })
  })
else
  test('the search server', ({ skip }) => {
    console.log(
      'Skipped: the contract of a search server needs one. Give its address as MEILI_TEST_URL and its key as MEILI_TEST_KEY.',
    )
    skip()
  })

function searching(server: SearchServer | null): Searching {
  let cast: World
  const indexed = async () => {
    await library(cast).indexed()
    if (server) await reconcile(cast.database.asOwner, server)
  }
  beforeAll(async () => {
    const database = await testDatabase()
    await database.empty()
    cast = await world(database)
    await shelve(cast)
    await indexed()
  })
  return {
    cast: () => cast,
    indexed,
    find: async (who: Name, q: string) => {
      const found = await find(cast.contextOf(who), { q, facets: true }, server)
      if (found.fallback) throw new Error('The search server did not answer, so this says nothing about it.')
      return found
    },
  }
}
