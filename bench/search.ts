import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { newId } from '#lib/ids.ts'
import { type EngineQuery, type SearchDocument, type SearchEngine, unnarrowed } from '#lib/search/engine.ts'
import { parseQuery } from '#lib/search/parse.ts'
import { postgresEngine } from '#lib/search/postgres.ts'
import { pack } from '#lib/search/rebuild.ts'

/**
 * How long does search take among 10,000 documents of 5 KB, and how long does the index take to build?
 * Baselines in the same run: a plain `websearch_to_tsquery` with `ts_rank_cd` over the same rows, and MiniSearch in this
 * process, which keeps everything in memory and asks nobody who may see what. It is no dependency: MINISEARCH is the
 * path of its package. DOCUMENTS=100000 with a DATABASE_URL is the large size. Documents that are in the database already
 * are not put again, so it can be built in portions. Prints one JSON object.
 */
const COUNT = Number(process.env.DOCUMENTS ?? 10_000)
const url = process.env.DATABASE_URL

const database = await openDatabase({
  ...(url && { url }),
  ...(process.env.DATA_DIR && { dataDirectory: process.env.DATA_DIR }),
})
await migrate(database)
let random = seeded(20_261_121)
const vocabulary = words(30_000)
const texts = Array.from({ length: COUNT }, () => text(700))

const building = performance.now()
const owner = postgresEngine((run) => database.asOwner(run, { timeoutMs: 600_000 }))
const before = await database.asOwner((db) => db.searchDocument.count())
for (let start = before; start < COUNT; start += 20)
  await owner.put(texts.slice(start, start + 20).map((body, at) => document(body, start + at)))
const buildMs = performance.now() - building
await database.withOwnerClient(async (client) => {
  if (COUNT > before) await pack(client)
  await client.query('vacuum (analyze) "SearchTerm"')
  await client.query('vacuum (analyze) "SearchWord"')
  await client.query('vacuum (analyze) "SearchDocument"')
})

// The same questions, whatever was built.
random = seeded(7)
const settings = { 'firebreak.person': newId(new Date(0)), 'firebreak.role': 'member' }
const engine = postgresEngine((run) => database.transaction(settings, run))
const shapes = {
  'one rare word': () => pick(5_000),
  'one common word': () => pick(5),
  'three words': () => [pick(3_000), pick(300), pick(3_000)].join(' '),
  'six words': () => Array.from({ length: 6 }, zipf).join(' '),
  'six words, one slip': () => [slip(pick(3_000)), ...Array.from({ length: 5 }, zipf)].join(' '),
  'a sentence of 40': () => Array.from({ length: 40 }, zipf).join(' '),
  'a beginning': () => pick(3_000).slice(0, 5),
  'three words and a beginning': () => `${pick(3_000)} ${pick(300)} ${pick(3_000).slice(0, 4)}`,
  'a phrase': () => `"${(texts[Math.floor(random() * COUNT)] ?? '').split(' ').slice(100, 103).join(' ')}"`,
}
const results: Record<string, unknown> = {}
for (const [shape, make] of Object.entries(shapes)) results[shape] = await measured(engine, make)
// As the page asks: 400 to count, and one of a hundred services.
const narrowed = { ...unnarrowed, groups: [['service:7']] }
results['six words, counted'] = await measured(engine, shapes['six words'], { limit: 400 })
results['six words of one service, counted'] = await measured(engine, shapes['six words'], {
  limit: 400,
  narrowing: narrowed,
})
results['one service without words'] = await measured(engine, () => '', { limit: 400, narrowing: narrowed })
const baseline = { ...(await baselineMs()), ...(await miniSearchMs()) }
console.log(
  JSON.stringify(
    {
      database: database.kind,
      documents: COUNT,
      built: Math.max(COUNT - before, 0),
      buildMs: Math.round(buildMs),
      results,
      baseline,
      'times MiniSearch at p50': ratios(),
    },
    null,
    1,
  ),
)
await database.close()

function measured(engine: SearchEngine, make: () => string, more: Partial<EngineQuery> = {}) {
  return timed(make, (query) => engine.search({ ...asked(query), ...more }))
}

/** Half of the questions warm up: both engines are compiled while they run, and a server that was asked before is what people meet. */
async function timed(make: () => string, ask: (query: string) => unknown) {
  const times: number[] = []
  for (const query of Array.from({ length: 80 }, make)) {
    const started = performance.now()
    await ask(query)
    times.push(performance.now() - started)
  }
  return quantiles(times.slice(40))
}

/** The most common words in all documents: what ranking by ts_rank_cd costs. */
async function baselineMs() {
  const times: number[] = []
  // It reads every text that has one of the words, so at the large size one question takes half a minute.
  for (let i = 0; i < (COUNT > 10_000 ? 3 : 12); i++) {
    const query = Array.from({ length: 6 }, zipf).join(' or ')
    const started = performance.now()
    await database.asOwner(
      (db) => db.$queryRaw`select "id", ts_rank_cd("searchable", q)::float as score from "SearchDocument",
        websearch_to_tsquery('firebreak', ${query}) q where "searchable" @@ q order by 2 desc limit 10`,
      { timeoutMs: 600_000 },
    )
    times.push(performance.now() - started)
  }
  return { 'six words, ts_rank_cd': quantiles(times) }
}

type MiniSearch = {
  addAll(documents: readonly object[]): void
  search(query: string, options: { prefix: boolean; fuzzy: number }): unknown[]
}

async function miniSearchMs(): Promise<Record<string, unknown>> {
  const path = process.env.MINISEARCH
  if (!path) return { MiniSearch: 'Not measured: MINISEARCH is not set to the path of its package.' }
  const { default: Mini }: { default: new (options: object) => MiniSearch } = await import(path)
  const mini = new Mini({ fields: ['body'] })
  mini.addAll(texts.map((body, id) => ({ id, body })))
  const times: Record<string, unknown> = {}
  for (const shape of ['three words', 'six words', 'six words, one slip', 'a beginning'] as const)
    times[`MiniSearch, ${shape}`] = await timed(shapes[shape], (query) =>
      mini.search(query, { prefix: true, fuzzy: 0.2 }).slice(0, 10),
    )
  return times
}

/** How many times as long as MiniSearch it takes in the middle; below one is faster. */
function ratios() {
  const p50 = (of: unknown) => (of && typeof of === 'object' && 'p50' in of ? Number(of.p50) : Number.NaN)
  return Object.fromEntries(
    Object.entries(baseline)
      .filter(([name]) => name.startsWith('MiniSearch, '))
      .map(([name, of]) => [name.slice(12), Number((p50(results[name.slice(12)]) / p50(of)).toFixed(2))]),
  )
}

function quantiles(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1))
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

function asked(query: string): EngineQuery {
  return { ...parseQuery(query), narrowing: unnarrowed, limit: 10 }
}

/** Guides, because whoever is signed in finds them: the cost of visibility is in the tests of the policy. */
function document(body: string, index: number): SearchDocument {
  const common = {
    kind: 'guide' as const,
    number: null,
    externalId: null,
    url: '/',
    timeline: '',
    open: true,
    exact: '',
    tags: [`service:${index % 100}`],
    at: null,
    recency: null,
  }
  return { ...common, id: newId(new Date(index)), title: text(8), summary: text(30), body }
}

function text(length: number): string {
  return Array.from({ length }, zipf).join(' ')
}

/** Words as in prose: the rank of a word drawn is as rare as its rank says. */
function zipf(): string {
  return vocabulary[Math.floor(Math.exp(random() * Math.log(vocabulary.length)))] ?? 'outage'
}

function pick(from: number): string {
  return vocabulary[Math.floor(from * (1 + random()))] ?? 'outage'
}

function slip(word: string): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}

function words(count: number): string[] {
  const made = new Set<string>()
  const letter = (letters: string) => letters[Math.floor(random() * letters.length)] ?? 'a'
  while (made.size < count)
    made.add(
      Array.from({ length: 2 + Math.floor(random() * 3) }, () => letter('bcdfglmnprtv') + letter('aeiou')).join('') +
        letter('nrtl'),
    )
  return [...made]
}

/** The same documents every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
