import type { Db } from '#lib/context.ts'
import { isUnspaced } from '#lib/identifiers.ts'
import type { DocumentRef, EngineQuery, Found, Hit, SearchDocument, SearchEngine } from './engine.ts'
import { exactWords, partsIn, unspacedPhrase, withoutUnspaced } from './exact.ts'
import { meantWords, type TermRow } from './meant.ts'
import { alsoMeant, mechanismsNamed, mechanismWord } from './synonyms.ts'

/**
 * `within` runs in a transaction and decides what the engine may do: putting needs the owner's (`database.asOwner`),
 * searching finds what the actor of that transaction may find.
 */
export function postgresEngine(within: <T>(run: (db: Db) => Promise<T>) => Promise<T>): SearchEngine {
  return {
    put: (documents) => within((db) => index(db, documents)),
    remove: (documents) => within((db) => index(db, documents.map(gone))),
    search: (query) => within((db) => (query.text === '' ? listed(db, query) : search(db, query))),
  }
}

const gone = ({ kind, id }: DocumentRef) => ({ kind, id, gone: true })

async function index(db: Db, changes: readonly (SearchDocument | ReturnType<typeof gone>)[]): Promise<void> {
  // The last word about a document counts, and the statement wants each once.
  const each = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]))
  if (each.size > 0) await db.$executeRaw`select firebreak_index(${JSON.stringify([...each.values()])}::jsonb, now())`
}

/** What a word counts that stands for one of the query: less than that one, enough to find what has only it. */
const ALSO = 0.4
/** The mechanism somebody names is written beside many words; its tag says that the text is about it. */
const NAMED = 0.5

export type Words = { word: string; boost: number }[]

/** What to look for, as the index spells it, and for how much. It tells only of what the actor may find. */
export async function wordsOf(db: Db, text: string): Promise<Words> {
  const rows = await db.$queryRaw<TermRow[]>`select term, way, word, documents
    from firebreak_terms(${`${withoutUnspaced(text)} ${partsIn(text)}`}, ${exactWords(text)}::text[], ${alsoMeant(text)})`
  const asked = meantWords(rows)
  const also = rows.filter(({ way, term }) => way === 'also' && !asked.includes(term)).map(({ term }) => term)
  return [
    ...asked.map((word) => ({ word, boost: 1 })),
    ...(asked.length > 0 ? also.map((word) => ({ word, boost: ALSO })) : []),
    ...(asked.length > 0 ? mechanismsNamed(text).map((word) => ({ word, boost: NAMED })) : []),
  ]
}

/** Those that may stand in a text. */
export const shownWords = (words: Words): string[] =>
  words.map(({ word }) => word).filter((word) => !word.startsWith(mechanismWord('')))

async function search(db: Db, { text, phrases, without, narrowing, limit }: EngineQuery): Promise<Found> {
  const weighed = await wordsOf(db, text)
  if (weighed.length === 0) return { hits: [], words: [] }
  const words = weighed.map(({ word }) => word)
  const { groups, group, barred, since, until } = narrowed(narrowing)
  const spaced = phrases.filter((phrase) => !isUnspaced(phrase))
  const unspaced = phrases.filter(isUnspaced).map(unspacedPhrase).filter(Boolean)
  const barredPhrases = without.filter(isUnspaced).map(unspacedPhrase).filter(Boolean)
  const hits = await db.$queryRaw<Hit[]>`
    with phrases as (
      select phraseto_tsquery('firebreak', p) as q from unnest(${spaced}::text[]) p
      union all select p::tsquery from unnest(${unspaced}::text[]) p
    ), excluded as (
      select phraseto_tsquery('firebreak', p) as q from unnest(${without.filter((each) => !isUnspaced(each))}::text[]) p
      union all select p::tsquery from unnest(${barredPhrases}::text[]) p
    )
    select kind, id, score, tags from firebreak_search(
      ${words}::text[], ${weighed.map(({ boost }) => boost)}::real[],
      ${weighed.filter(({ boost }) => boost === 1).length}::integer,
      ${spaced}::text[],
      (select string_agg('(' || q::text || ')', ' & ')::tsquery from phrases where numnode(q) > 0),
      (select string_agg('(' || q::text || ')', ' | ')::tsquery from excluded where numnode(q) > 0),
      ${groups}::text[], ${group}::integer[], ${barred}::text[], ${since}::timestamptz, ${until}::timestamptz,
      ${limit}::integer)`
  return { hits, words: shownWords(weighed) }
}

async function listed(db: Db, { narrowing, limit }: EngineQuery): Promise<Found> {
  const { groups, group, barred, since, until } = narrowed(narrowing)
  const hits = await db.$queryRaw<Hit[]>`
    select kind, id, score, tags from firebreak_listed(
      ${groups}::text[], ${group}::integer[], ${barred}::text[], ${since}::timestamptz, ${until}::timestamptz,
      ${limit}::integer)`
  return { hits, words: [] }
}

/** Arrays of arrays must be rectangles in SQL, so each tag says which group it belongs to. */
function narrowed({ groups, barred, since, until }: EngineQuery['narrowing']) {
  return { groups: groups.flat(), group: groups.flatMap((tags, index) => tags.map(() => index)), barred, since, until }
}
