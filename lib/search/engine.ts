import type { Kind } from './model.ts'

/** What an engine is given to look in. Plain words, no markup. */
export type SearchDocument = {
  kind: Kind
  id: string
  number: number | null
  externalId: string | null
  title: string
  summary: string
  body: string
  timeline: string
  url: string
  /** False for restricted records: no statistic an engine ranks others by may hold them. */
  open: boolean
}

export type DocumentRef = { kind: Kind; id: string }

export type Hit = DocumentRef & { score: number }

/** `words` are what was looked for after correction, as the index spells them (stems): for marking them in the text. */
export type Found = { hits: Hit[]; words: string[] }

export type EngineQuery = {
  /** Words in any order. */
  text: string
  /** Each must stand in the document as it is. */
  phrases: readonly string[]
  /** Words and phrases that must not. */
  without: readonly string[]
  kinds: readonly Kind[]
  limit: number
}

/**
 * The port of a search engine. It answers ids and scores only: whatever is shown is read again from its own table, as
 * the person who asks, so a stale or foolish index can hide a record but never show one.
 */
export type SearchEngine = {
  put(documents: readonly SearchDocument[]): Promise<void>
  remove(documents: readonly DocumentRef[]): Promise<void>
  search(query: EngineQuery): Promise<Found>
}
