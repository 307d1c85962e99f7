import { isFromHere } from '#lib/auth/request.ts'
import { env } from '#lib/env.ts'

/**
 * Where signing out ends: the browser is asked to forget pages and drafts it kept. Only when our own page led here, or any
 * other site could throw away what somebody is writing.
 */
export function GET(request: Request): Response {
  const headers = new Headers({ location: '/sign-in' })
  if (isFromHere(request.headers, env())) headers.set('clear-site-data', '"cache", "storage"')
  return new Response(null, { status: 303, headers })
}
