import { visitorContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { complete } from '#lib/search/complete.ts'
import { keyOf, spend } from '#lib/web/limits.ts'

/** Answers the search boxes of our own pages: how the operator being typed may go on. */
export async function GET(request: Request): Promise<Response> {
  const context = await visitorContext()
  const headers = { 'cache-control': 'no-store' }
  if (context.actor.kind !== 'person') return Response.json([], { status: 401, headers })
  if (!spend('search', keyOf(context.actor)).allowed) return Response.json([], { status: 429, headers })
  const q = new URL(request.url).searchParams.get('q')?.slice(0, 200) ?? ''
  return Response.json(await read(context, (work) => complete(work, q)), { headers })
}
