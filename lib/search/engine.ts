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
  /** Words kept whole, pairs of Chinese characters and mechanisms, as exact.ts spells them. */
  exact: string
  /** Facts to narrow and to count by: `severity:sev1`. */
  tags: string[]
  /** When it happened, or the last moment before it is overdue. */
  at: string | null
  /** What lists without words begin with. */
  recency: string | null
  url: string
  /** False for restricted records: no statistic an engine ranks others by may hold them. */
  open: boolean
}

export type DocumentRef = { kind: Kind; id: string }

/** Without tags it is the guess of an engine that knows no policy: nothing of it counts before it was read again. */
export type Hit = DocumentRef & { score: number; tags?: string[] }

/** `words` are what was looked for after correction, as the index spells them (stems): for marking them in the text. */
export type Found = { hits: Hit[]; words: string[] }

/** One tag of each group, none that is barred, and a time from `since` until before `until`. */
export type Narrowing = { groups: string[][]; barred: string[]; since: Date | null; until: Date | null }

export const unnarrowed: Narrowing = { groups: [], barred: [], since: null, until: null }

export type EngineQuery = {
  /** Words in any order. Without any, everything that is narrowed to is found, the newest first. */
  text: string
  /** Each must stand in the document as it is. */
  phrases: readonly string[]
  /** Words and phrases that must not. */
  without: readonly string[]
  narrowing: Narrowing
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

export const refOf = ({ kind, id }: DocumentRef): string => `${kind} ${id}`
