import { endAllSessions, endSession } from '#lib/accounts/sign-out.ts'
import { sessionCookieHeader } from '#lib/auth/cookie.ts'
import { contextForRequest } from '#lib/auth/current.ts'
import { execute } from '#lib/command.ts'
import { env } from '#lib/env.ts'
import { foreignOrigin } from '#lib/web/origin.ts'

/**
 * Plain forms post here rather than to a server action, because only an answer of its own can ask the browser to forget
 * the pages and drafts it kept. Whoever is signed out already is led the same way.
 */
export async function POST(request: Request): Promise<Response> {
  if (foreignOrigin({ headers: request.headers, appUrl: env().APP_URL })) return new Response(null, { status: 403 })
  const everywhere = (await request.formData().catch(() => null))?.get('everywhere') === 'yes'
  const context = await contextForRequest(request)
  const { actor } = context
  if (actor.kind === 'person' && actor.via.kind === 'session')
    await (everywhere
      ? execute(context, endAllSessions, {})
      : execute(context, endSession, { id: actor.via.sessionId }))
  const headers = new Headers({ location: '/sign-in', 'clear-site-data': '"cache", "storage"' })
  headers.append('set-cookie', sessionCookieHeader(env(), null))
  return new Response(null, { status: 303, headers })
}
