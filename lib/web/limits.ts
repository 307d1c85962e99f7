import type { Actor } from '#lib/actor.ts'
import type { Problem } from '#lib/problem.ts'

/** How much may be asked for at once, and how soon as much may be asked for again. */
export const limits = {
  /** Ten a second, for a minute: more than a person clicks, and what a script needs to page through a company. */
  person: { most: 600, perSeconds: 60 },
  /** Without a valid session or token there is nothing to get here, only something to guess. */
  anonymous: { most: 60, perSeconds: 60 },
  /** Programs are told what they may do by their scopes, and page through years of records in one go. */
  token: { most: 3_000, perSeconds: 60 },
  /** Each search reads an index for some milliseconds. A set of a thousand questions is how search is measured. */
  search: { most: 3_000, perSeconds: 60 },
  /** An export reads everything its person may see; thirty are a person trying out filters, not a script on a timer. */
  export: { most: 30, perSeconds: 3_600 },
} as const
export type LimitName = keyof typeof limits

export type Spent = {
  allowed: boolean
  most: number
  left: number
  /** Until all of it is there again. */
  resetSeconds: number
  /** Until the next one is there. */
  retryAfterSeconds: number
}

type Bucket = { left: number; at: number }

/** Some megabytes. The oldest are forgotten first, which forgives them: better than a map an attacker can grow. */
const BUCKETS_MAX = 20_000

/**
 * Counts one. The buckets live in this process: with several behind one address each grants the limit, and a restart
 * forgives. That suffices against a runaway script; what guards passwords is counted in the database.
 */
export function spend(name: LimitName, key: string, clock: { now: () => number } = performance): Spent {
  const { most, perSeconds } = limits[name]
  const perMs = most / (perSeconds * 1000)
  const at = clock.now()
  const known = buckets().get(`${name} ${key}`)
  const filled = known ? Math.min(most, known.left + Math.max(0, at - known.at) * perMs) : most
  const allowed = filled >= 1
  const left = allowed ? filled - 1 : filled
  keep(`${name} ${key}`, { left, at })
  return {
    allowed,
    most,
    left: Math.floor(left),
    resetSeconds: Math.ceil((most - left) / perMs / 1000),
    retryAfterSeconds: allowed ? 0 : Math.ceil((1 - left) / perMs / 1000),
  }
}

/** For doors without headers: the problem, or null. */
export function limitedFor(actor: Actor): Problem | null {
  const { allowed, retryAfterSeconds } = spend('person', keyOf(actor))
  return allowed ? null : { kind: 'limited', retryAfterSeconds }
}

/** A token has a bucket of its own, so that a runaway script does not lock its person out. */
export function keyOf(actor: Actor): string {
  if (actor.kind !== 'person') return actor.kind
  return actor.via.kind === 'token' ? actor.via.tokenId : actor.personId
}

function keep(key: string, bucket: Bucket): void {
  const all = buckets()
  all.delete(key)
  all.set(key, bucket)
  const oldest = all.size > BUCKETS_MAX ? all.keys().next().value : undefined
  if (oldest !== undefined) all.delete(oldest)
}

// Next compiles actions and routes into separate bundles, each with its own modules; only the global object is shared.
const KEY = Symbol.for('firebreak.limits')
const shared = globalThis as { [KEY]?: Map<string, Bucket> }

function buckets(): Map<string, Bucket> {
  shared[KEY] ??= new Map()
  return shared[KEY]
}
