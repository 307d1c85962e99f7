import { type Env, env as environment } from '#lib/env.ts'
import { type Breaker, breaker } from './breaker.ts'
import type { EngineQuery, Found } from './engine.ts'
import { type MeilisearchIndex, meilisearchIndex } from './meilisearch.ts'

/** The search server beside the built-in engine, if one was configured. */
export type SearchServer = {
  /** Null when it failed, took too long, or did so a moment ago. */
  attempt: <T>(ask: (engine: Asking) => Promise<T>) => Promise<T | null>
  index: MeilisearchIndex
  breaker: Breaker
}

export type Asking = { search: (query: EngineQuery) => Promise<Found> }

/** People wait for an answer; an index being filled may take its time. */
const ASK_MS = 800
const FILL_MS = 10_000

export function searchServerAt(
  { url, key, index }: { url: string; key: string; index?: string },
  fuse: Breaker = breaker(),
  askMs = ASK_MS,
): SearchServer {
  const named = index ? { index } : {}
  const asking = meilisearchIndex({ url, key, ...named, timeoutMs: askMs })
  return {
    attempt: (ask) => fuse.attempt(() => ask(asking), askMs),
    index: meilisearchIndex({ url, key, ...named, timeoutMs: FILL_MS }),
    breaker: fuse,
  }
}

// Pages and instrumentation are separate bundles with modules of their own; whether the server is down is known to all.
const KEY = Symbol.for('firebreak.search-server')
const shared = globalThis as { [KEY]?: SearchServer | null }

export function searchServer(env: Pick<Env, 'MEILI_URL' | 'MEILI_KEY'> = environment()): SearchServer | null {
  shared[KEY] ??= env.MEILI_URL ? searchServerAt({ url: env.MEILI_URL, key: env.MEILI_KEY }) : null
  return shared[KEY]
}
