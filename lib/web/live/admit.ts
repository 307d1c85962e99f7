import type { IncomingMessage } from 'node:http'
import type { PersonActor } from '#lib/actor.ts'
import { cookieIn, sessionCookieName } from '#lib/auth/cookie.ts'
import { actorOfSession } from '#lib/auth/sessions.ts'
import { attempt } from '#lib/command.ts'
import { read } from '#lib/context.ts'
import type { Database } from '#lib/db/client.ts'
import { type Document, getDocument } from '#lib/documents/queries.ts'
import type { Env } from '#lib/env.ts'
import { can } from '#lib/policy/can.ts'
import { contextOn } from '#lib/server.ts'
import { limitedFor } from '../limits.ts'
import { foreignOrigin } from '../origin.ts'

export class TurnedAway extends Error {
  override name = 'TurnedAway'
  readonly status: number
  constructor(status: number) {
    super(`Turned away with ${status}.`)
    this.status = status
  }
}

export type Admitted = { actor: PersonActor; token: string; document: Document }

/** Everything a page of ours would have been asked: the origin, the session, and whether this person may edit this text. */
export async function admit(
  request: Pick<IncomingMessage, 'url' | 'headers'>,
  { database, env, now }: { database: Database; env: Env; now: Date },
): Promise<Admitted> {
  const number = Number(/^\/live\/postmortems\/([1-9]\d{0,8})$/.exec(request.url ?? '')?.[1])
  if (!number) throw new TurnedAway(404)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
  // Browsers let any page open a socket to anywhere, with the cookies of that place.
  if (headers.get('origin') === null || foreignOrigin({ headers, appUrl: env.APP_URL })) throw new TurnedAway(403)
  const token = cookieIn(headers.get('cookie'), sessionCookieName(env)) ?? ''
  const actor = await actorOfSession(database, { token, now })
  if (!actor) throw new TurnedAway(401)
  if (limitedFor(actor)) throw new TurnedAway(429)
  const document = await editable(database, { actor, number })
  if (typeof document === 'number') throw new TurnedAway(document)
  return { actor, token, document }
}

/** The document, or the status for whoever may not edit it. What they may not see is not there. */
export async function editable(
  database: Database,
  { actor, number }: { actor: PersonActor; number: number },
): Promise<Document | 403 | 404> {
  const found = await attempt(async () => ({
    ok: true as const,
    value: await read(contextOn(database, actor), (work) => getDocument(work, number)),
  }))
  if (!found.ok) return 404
  return can(actor, 'edit', 'postmortem', found.value).allowed ? found.value : 403
}
