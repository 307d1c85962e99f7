import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#lib/ids.ts'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { type SearchDocument, unnarrowed } from './engine.ts'
import { parseQuery } from './parse.ts'
import { postgresEngine } from './postgres.ts'

// Compounds, hosts, accents and words that no index holds.
const word = fc.constantFrom('edge-proxy', 'retry', 'storm', 'cache', 'the', 'of', 'net.ipv4', 'Café', 'dns', 'cache')
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const written = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))

let database: TestDatabase['database']
beforeAll(async () => {
  const opened = await testDatabase()
  await opened.empty()
  database = opened.database
})

const ids = Array.from({ length: 900 }, (_, index) => newId(new Date(index)))
const FEW = 30

async function shelve(bodies: readonly string[]) {
  const engine = postgresEngine((run) => database.asOwner(run))
  await engine.put(bodies.map((body, index) => document(ids[index] ?? '', body)))
}

function document(id: string, body: string): SearchDocument {
  const plain = { kind: 'guide', number: null, externalId: null, url: '/', timeline: '', exact: '', tags: [] } as const
  return { ...plain, tags: [], id, title: 'Edge', summary: 'storm of', body, at: null, recency: null, open: true }
}

async function found(phrases: readonly string[], limit = 100): Promise<string[]> {
  const { asked: _, ...query } = parseQuery(phrases.map((each) => `"${each}"`).join(' '))
  const settings = { 'firebreak.person': newId(new Date(0)), 'firebreak.role': 'member' }
  const engine = postgresEngine((run) => database.transaction(settings, run))
  const { hits } = await engine.search({ ...query, narrowing: unnarrowed, limit })
  return hits.map(({ id }) => id).toSorted()
}

/** As PostgreSQL answers that is given the texts. Nothing is found by words that no index holds. */
async function standing(phrases: readonly string[]): Promise<string[]> {
  const rows = await database.asOwner(
    (db) => db.$queryRaw<{ id: string }[]>`
      select d."id" from "SearchDocument" d where exists (
        select 1 from unnest(${phrases}::text[]) p where numnode(phraseto_tsquery('firebreak', p)) > 0
      ) and not exists (
        select 1 from unnest(${phrases}::text[]) p where numnode(phraseto_tsquery('firebreak', p)) > 0
          and not d."searchable" @@ phraseto_tsquery('firebreak', p))`,
  )
  return rows.map(({ id }) => id).toSorted()
}

test('a phrase is found where it stands, and nowhere else, however often the text was edited', async () => {
  const shelf = fc.array(written, { minLength: FEW, maxLength: FEW })
  const asked = fc.array(fc.array(phrase, { minLength: 1, maxLength: 2 }), { minLength: 20, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(shelf, asked, async (bodies, all) => {
      await shelve(bodies)
      for (const phrases of all)
        expect({ phrases, ids: await found(phrases) }).toEqual({ phrases, ids: await standing(phrases) })
    }),
    { numRuns: 3 },
  )
})

test('a word of a phrase that most documents hold is looked up in those that hold the rarer one', async () => {
  // In a third of those with both words they stand in a row, the other way round, or apart; then most hold only one.
  const kinds = ['retry gap cache', 'cache retry', 'retry cache', 'retry', 'cache', 'cache', 'cache', 'cache', 'cache']
  const isRare = (index: number) => index % kinds.length === 2 && index >= 63
  await shelve(ids.map((_, index) => (isRare(index) ? 'retry gap cache' : (kinds[index % kinds.length] ?? ''))))
  const inARow = await found(['retry cache'], 10)
  expect(inARow).toHaveLength(7)
  expect(inARow).toEqual(await standing(['retry cache']))
  expect(await found(['gap retry'], 10)).toEqual([])
})
