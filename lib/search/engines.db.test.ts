import { afterAll, beforeAll, describe, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { engineContract, type Searching, shelve } from '#lib/testing/engine-contract.ts'
import { library } from '#lib/testing/library.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { find } from './find.ts'
import { reconcile } from './mirror.ts'
import { type SearchServer, searchServerAt } from './server.ts'

/** With MEILI_TEST_URL (and MEILI_TEST_KEY) the same expectations are held against a real search server. */
const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key = '' } = process.env

describe('the built-in engine', () => {
  engineContract(searching(null))
})

if (url)
  describe(`the search server at ${url}`, () => {
    // An index of its own for each run: two lanes may share the server.
    const server = searchServerAt({ url, key, index: `test-${process.pid}` }, undefined, 10_000)
    afterAll(() => server.index.drop())
    engineContract(searching(server))
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
    await database.truncate()
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
