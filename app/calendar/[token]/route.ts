import { ListActionItemsInput } from '#lib/action-items/schema.ts'
import { feedOfToken } from '#lib/auth/feeds.ts'
import { networkOf } from '#lib/auth/network.ts'
import { calendarOf } from '#lib/calendar-feeds/calendar.ts'
import { appOrigin, env } from '#lib/env.ts'
import { contextFor, database } from '#lib/server.ts'
import { filtersFrom } from '#lib/web/filters.ts'
import { spend } from '#lib/web/limits.ts'

type Given = { params: Promise<{ token: string }> }

/**
 * A list of due dates for a calendar programme, which has no session: the address is the secret. What is unknown, revoked
 * or of somebody who left is the same nothing.
 */
export async function GET(request: Request, { params }: Given): Promise<Response> {
  const { token } = await params
  const now = new Date()
  const feed = await feedOfToken(database(), { token: token.replace(/\.ics$/, ''), now })
  const network = networkOf(request.headers.get('x-forwarded-for'), env().TRUSTED_PROXIES)
  const spent = feed ? spend('export', `calendar ${feed.id}`) : spend('anonymous', network)
  if (!spent.allowed)
    return new Response('Try again later.', {
      status: 429,
      headers: { 'retry-after': String(spent.retryAfterSeconds) },
    })
  if (!feed) return new Response('There is nothing here.', { status: 404, headers: plain })
  const asked = Object.fromEntries(
    [...new Set(new URLSearchParams(feed.query).keys())].map((key) => [
      key,
      new URLSearchParams(feed.query).getAll(key),
    ]),
  )
  const filter = filtersFrom(ListActionItemsInput, asked)
  const context = contextFor(feed.actor, { now, requestId: request.headers.get('x-request-id') ?? crypto.randomUUID() })
  const body = await calendarOf(context, { name: feed.name, filter, url: appOrigin(env()) })
  return new Response(body, { headers: { ...plain, 'content-type': 'text/calendar; charset=utf-8' } })
}

const plain = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
