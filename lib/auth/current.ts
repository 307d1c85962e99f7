import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { PersonActor } from '#lib/actor.ts'
import { anonymous } from '#lib/actor.ts'
import type { Context } from '#lib/context.ts'
import { env } from '#lib/env.ts'
import { contextFor, database } from '#lib/server.ts'
import { sessionCookieName } from './cookie.ts'
import { actorOfRequest } from './request.ts'
import { holderOfSession } from './sessions.ts'
import { type Visit, visitOf } from './visit.ts'

export type SignedIn = Context & { actor: PersonActor }

/** For pages and actions behind a session: who asks, resolved once per request. Everybody else is shown the way in. */
export async function currentContext(): Promise<SignedIn> {
  const context = await visitorContext()
  const { actor } = context
  if (actor.kind === 'person') return { ...context, actor }
  return redirect(await wayIn())
}

/** The same for pages that also have something for people who are not signed in. */
export const visitorContext = cache(async (): Promise<Context> => {
  const { now, requestId } = await currentVisit()
  return contextFor((await currentHolder())?.actor ?? anonymous, { now, requestId })
})

/** What the frame says of the person behind the session. */
export const currentHolder = cache(async () => holderOfSession(database(), await currentVisit()))

/** For REST: a token, or the session of somebody on one of our own pages. Without either, the actor is anonymous. */
export async function contextForRequest(request: Pick<Request, 'method' | 'headers'>): Promise<Context> {
  const visit = visitOf(request.headers, { database: database(), env: env(), now: new Date(), token: undefined })
  return contextFor(await actorOfRequest(request, visit), visit)
}

/** What is known of this request before asking who sent it. One `now` for all of it. */
export const currentVisit = cache(async (): Promise<Visit> => {
  const [head, store] = await Promise.all([headers(), cookies()])
  const token = store.get(sessionCookieName(env()))?.value
  return visitOf(head, { database: database(), env: env(), now: new Date(), token })
})

/** A new instance is shown how to begin; otherwise people sign in and come back to where they were going. */
async function wayIn(): Promise<string> {
  const organization = await database().asOwner((db) => db.organization.findUnique({ where: { id: 1 } }))
  if (!organization) return '/start'
  const next = (await headers()).get('x-path') ?? '/'
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
