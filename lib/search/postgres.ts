import type { Db } from '#lib/context.ts'
import type { DocumentRef, EngineQuery, Found, Hit, SearchDocument, SearchEngine } from './engine.ts'
import { meantWords, type TermRow } from './meant.ts'

/**
 * `within` runs in a transaction and decides what the engine may do: putting needs the owner's (`database.asOwner`),
 * searching finds what the actor of that transaction may find.
 */
export function postgresEngine(within: <T>(run: (db: Db) => Promise<T>) => Promise<T>): SearchEngine {
  return {
    put: (documents) => within((db) => index(db, documents)),
    remove: (documents) => within((db) => index(db, documents.map(gone))),
    search: (query) => within((db) => search(db, query)),
  }
}

const gone = ({ kind, id }: DocumentRef) => ({ kind, id, gone: true })

async function index(db: Db, changes: readonly (SearchDocument | ReturnType<typeof gone>)[]): Promise<void> {
  // The last word about a document counts, and the statement wants each once.
  const each = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]))
  if (each.size > 0) await db.$executeRaw`select firebreak_index(${JSON.stringify([...each.values()])}::jsonb, now())`
}

async function search(db: Db, { text, phrases, without, kinds, limit }: EngineQuery): Promise<Found> {
  const rows = await db.$queryRaw<TermRow[]>`select term, way, word, documents from firebreak_terms(${text})`
  const words = meantWords(rows)
  if (words.length === 0) return { hits: [], words }
  const hits = await db.$queryRaw<Hit[]>`
    with phrases as (select phraseto_tsquery('firebreak', p) as q from unnest(${[...phrases]}::text[]) p),
      excluded as (select phraseto_tsquery('firebreak', p) as q from unnest(${[...without]}::text[]) p)
    select kind, id, score from firebreak_search(
      ${words}::text[],
      array(select distinct l.lexeme from unnest(to_tsvector('firebreak', ${phrases.join(' ')})) l),
      (select string_agg('(' || q::text || ')', ' & ')::tsquery from phrases where numnode(q) > 0),
      (select string_agg('(' || q::text || ')', ' | ')::tsquery from excluded where numnode(q) > 0),
      ${[...kinds]}::text[],
      ${limit}::integer)`
  return { hits, words }
}
