import { type Actor, settingsOf } from '#lib/actor.ts'
import type { Context } from '#lib/context.ts'
import type { Database } from '#lib/db/client.ts'
import type { Env } from '#lib/env.ts'
import { networkOf } from './network.ts'

/** A request before anybody knows who is behind it. */
export type Visit = {
  database: Database
  env: Env
  now: Date
  requestId: string
  userAgent: string
  /** The visitor's network, not their address: enough to slow a guesser, little to keep about a person. */
  network: string
  /** The name the browser asked for. Only ever a reason to refuse: it is whatever the sender wants it to be. */
  host: string
  /** The session cookie that came along, whatever it is worth. */
  token: string | undefined
}

export function visitOf(
  headers: Headers,
  { database, env, now, token }: Pick<Visit, 'database' | 'env' | 'now' | 'token'>,
): Visit {
  return {
    database,
    env,
    now,
    token,
    requestId: headers.get('x-request-id') ?? crypto.randomUUID(),
    host: headers.get('host') ?? '',
    userAgent: (headers.get('user-agent') ?? '').slice(0, USER_AGENT_MAX),
    network: networkOf(headers.get('x-forwarded-for'), env.TRUSTED_PROXIES),
  }
}

/** Enough to recognise one's own browser in a list. */
const USER_AGENT_MAX = 300

/** Everything a page or a REST call of that actor needs. */
export function contextOf(
  actor: Actor,
  { database, now, requestId }: Pick<Visit, 'database' | 'now' | 'requestId'>,
): Context {
  return { actor, now, requestId, transaction: (run) => database.transaction(settingsOf(actor), run) }
}

/** For what happens before somebody is signed in: nobody acts, and the identity tables are open. */
export function doorstep({ database, now, requestId }: Pick<Visit, 'database' | 'now' | 'requestId'>): Context {
  return { actor: { kind: 'anonymous' }, now, requestId, transaction: (run) => database.asOwner(run) }
}
