import { visitorContext } from '#lib/auth/current.ts'
import { parse } from '#lib/command.ts'
import { read } from '#lib/context.ts'
import { imageTypes } from '#lib/images/model.ts'
import { getImage } from '#lib/images/queries.ts'
import { ImageInput } from '#lib/images/schema.ts'
import { Refusal } from '#lib/problem.ts'
import { limitedFor } from './limits.ts'

/**
 * A picture as pages show it. Missing, closed to this person and not signed in are one answer. The policy of its own
 * answer, and not that of our pages, is what a browser holds to when somebody opens the address by itself.
 */
export async function imageResponse(request: Request, params: Record<string, string>): Promise<Response> {
  const context = await visitorContext()
  if (context.actor.kind !== 'person') return missing()
  if (limitedFor(context.actor)) return new Response(null, { status: 429, headers: { ...safe, 'retry-after': '5' } })
  try {
    const { type, bytes, sha256 } = await read(context, (work) => getImage(work, parse(ImageInput, params)))
    const headers = {
      ...safe,
      'content-type': imageTypes[type].media,
      // What it shows never changes; another account of the same browser asks again.
      etag: `"${sha256}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'cookie',
    }
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
    return new Response(bytes, { headers })
  } catch (error) {
    if (error instanceof Refusal) return missing()
    throw error
  }
}

const safe = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

const missing = () =>
  new Response('There is nothing here that you can see.\n', {
    status: 404,
    headers: { ...safe, 'content-type': 'text/plain; charset=utf-8' },
  })
