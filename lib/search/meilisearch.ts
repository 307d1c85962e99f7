import { type EnqueuedTaskPromise, Meilisearch } from 'meilisearch'
import type { DocumentRef, EngineQuery, Found, SearchDocument } from './engine.ts'
import { kinds } from './model.ts'
import { synonymGroups } from './synonyms.ts'

/** As a search server keeps it: its own id may hold no blank, and times are numbers to be compared. */
export type Mirrored = { key: string; version: number; at: number | null; recency: number } & Pick<
  SearchDocument,
  'kind' | 'id' | 'title' | 'summary' | 'timeline' | 'body' | 'tags'
>

export type Address = { url: string; key: string; index?: string; timeoutMs?: number }

/** The words it looks at; the rest of a longer question it would not read. */
const WORDS_READ = 10
/** A task waits for those before it: a whole rebuild of 100,000 documents among them. */
const TASK_TIMEOUT_MS = 120_000

/** One index of a Meilisearch server. It speaks ids; who may see what it finds is none of its business. */
export function meilisearchIndex({ url, key, index = 'firebreak', timeoutMs = 800 }: Address) {
  const client = new Meilisearch({ host: url, ...(key && { apiKey: key }), timeout: timeoutMs })
  const documents = client.index<Mirrored>(index)
  return {
    search: (query: EngineQuery): Promise<Found> => searchIn(documents, query),
    /** Done when the server says that it is searched. */
    put: async (changed: readonly Mirrored[]) => {
      if (changed.length > 0) await done(documents.addDocuments([...changed], { primaryKey: 'key' }))
    },
    remove: async (refs: readonly DocumentRef[]) => {
      if (refs.length > 0) await done(documents.deleteDocuments(refs.map(keyOf)))
    },
    prepare: async () => {
      await settled(client.createIndex(index, { primaryKey: 'key' }))
      await done(documents.updateSettings(settings))
    },
    /** This index takes the place of that one, at once and for everybody. */
    swapWith: async (other: string) => {
      await settled(client.createIndex(other, { primaryKey: 'key' }))
      // A key that is bound to indexes may start a swap and not watch it; tasks are done in their order, so the next one tells.
      await client.swapIndexes([{ indexes: [index, other], rename: false }])
      await done(client.deleteIndex(index))
    },
    drop: () => settled(client.deleteIndex(index)),
    /** What it holds, and of when. */
    versions: () => versionsIn(documents),
  }
}

export type MeilisearchIndex = ReturnType<typeof meilisearchIndex>

export const keyOf = ({ kind, id }: DocumentRef): string => `${kind}-${id}`

async function searchIn(documents: ReturnType<Meilisearch['index']>, query: EngineQuery): Promise<Found> {
  const { hits } = await documents.search(textOf(query), {
    filter: filterOf(query.narrowing),
    limit: query.limit,
    attributesToRetrieve: ['kind', 'id'],
    matchingStrategy: 'frequency',
    showRankingScore: true,
    ...(query.text === '' && { sort: ['recency:desc'] }),
  })
  // Which words were meant is asked of our own index, which tells each actor only of what they may find.
  return { words: [], hits: hits.flatMap(hitOf) }
}

function hitOf({ kind, id, _rankingScore: score = 0 }: Record<string, unknown>): Found['hits'] {
  const known = kinds.find((each) => each === kind)
  return known && typeof id === 'string' && typeof score === 'number' ? [{ kind: known, id, score }] : []
}

function textOf({ text, phrases, without }: EngineQuery): string {
  const words = text.split(' ').filter(Boolean)
  const long = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, WORDS_READ))
  const quote = (phrase: string) => `"${phrase.replaceAll('"', ' ')}"`
  return [
    ...words.filter((word) => long.has(word)),
    ...phrases.map(quote),
    ...without.map((each) => `-${quote(each)}`),
  ].join(' ')
}

function filterOf({ groups, barred, since, until }: EngineQuery['narrowing']): string[] {
  const list = (tags: readonly string[]) => `[${tags.map((tag) => JSON.stringify(tag)).join(', ')}]`
  return [
    ...groups.map((tags) => `tags IN ${list(tags)}`),
    ...(barred.length > 0 ? [`tags NOT IN ${list(barred)}`] : []),
    ...(since ? [`at >= ${since.getTime()}`] : []),
    ...(until ? [`at < ${until.getTime()}`] : []),
  ]
}

async function versionsIn(documents: ReturnType<Meilisearch['index']>): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  const limit = 1_000
  for (let offset = 0; ; offset += limit) {
    const { results } = await documents.getDocuments({ fields: ['key', 'version'], limit, offset })
    for (const { key, version } of results) versions.set(String(key), Number(version))
    if (results.length < limit) return versions
  }
}

/** A task that was refused is a failure, not a success that took a while. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: TASK_TIMEOUT_MS })
  if (status !== 'succeeded') throw new Error(`The search server answered ${status}: ${error?.message ?? 'no reason'}`)
}

/** It may be there already, or gone already. */
const settled = async (task: EnqueuedTaskPromise): Promise<void> =>
  void (await task.waitTask({ timeout: TASK_TIMEOUT_MS }))

/** Both ways, as the server wants it. Words of several words are no problem to it. */
const synonyms = Object.fromEntries(
  synonymGroups.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)])),
)

/** What the dictionary of the built-in engine leaves out, or a sentence would find everything. */
const stopWords =
  'a about above after again against all am an and any are as at be because been before being below between both but by can did do does doing don down during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only or other our ours ourselves out over own s same she should so some such t than that the their theirs them themselves then there these they this those through to too under until up very was we were what when where which while who whom why will with you your yours yourself yourselves'.split(
    ' ',
  )

const settings = {
  searchableAttributes: ['title', 'summary', 'timeline', 'body'],
  displayedAttributes: ['key', 'kind', 'id', 'version'],
  filterableAttributes: ['tags', 'at'],
  sortableAttributes: ['recency'],
  synonyms,
  stopWords,
  pagination: { maxTotalHits: 1_000 },
  // Identifiers and numbers are right or they are others.
  typoTolerance: { disableOnNumbers: true },
}
