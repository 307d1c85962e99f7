import { type Actor, anonymous } from '#lib/actor.ts'
import { appOrigin, type Env } from '#lib/env.ts'
import { cookieIn, sessionCookieName } from './cookie.ts'
import { actorOfSession } from './sessions.ts'
import { actorOfToken } from './tokens.ts'
import type { Visit } from './visit.ts'

/**
 * Who sends this request. A token, where one is given, decides alone. A cookie travels with requests that other sites
 * cause, so for anything that changes something it counts only when the browser says the request began here.
 */
export async function actorOfRequest(
  request: Pick<Request, 'method' | 'headers'>,
  { database, env, now }: Pick<Visit, 'database' | 'env' | 'now'>,
): Promise<Actor> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    return (token && (await actorOfToken(database, { token, now }))) || anonymous
  }
  if (!SAFE.has(request.method) && !isFromHere(request.headers, env)) return anonymous
  const token = cookieIn(request.headers.get('cookie'), sessionCookieName(env))
  return (await actorOfSession(database, { token, now })) ?? anonymous
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Browsers set these headers themselves; a page cannot forge them. Saying nothing is not enough. */
export function isFromHere(headers: Headers, env: Env): boolean {
  const site = headers.get('sec-fetch-site')
  return site === null ? headers.get('origin') === appOrigin(env) : site === 'same-origin'
}
