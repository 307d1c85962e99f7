import type { DoorProblem } from './problem-response.ts'

/** 1 MB: ten sections of the greatest length. Imports have a door of their own. */
export const BODY_MAX = 1_000_000

type Body = { ok: true; value: Record<string, unknown> } | { ok: false; problem: DoorProblem }

/** A JSON object, or nothing at all, which counts as an empty one. The declared length is only believed when it is too much. */
export async function readBody(request: Request): Promise<Body> {
  if (Number(request.headers.get('content-length')) > BODY_MAX) return tooLarge
  const bytes = await bytesOf(request)
  if (bytes === null) return tooLarge
  if (bytes.length === 0) return { ok: true, value: {} }
  if (!isJson(request.headers.get('content-type'))) return notJson
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return objectOnly(value)
  } catch {
    return malformed('The body is not JSON in UTF-8.')
  }
}

/** Null as soon as it is too much: the rest is not read. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    length += value.byteLength
    if (length > BODY_MAX) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
}

function objectOnly(value: unknown): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return malformed('The body must be a JSON object, like {"title": "…"}.')
  const at = pathOfNul(value)
  return at === null
    ? { ok: true, value: { ...value } }
    : {
        ok: false,
        problem: { kind: 'invalid', fields: [{ field: at, message: 'This holds a NUL character; remove it.' }] },
      }
}

/** PostgreSQL cannot store NUL, so no schema needs to think of it. Walks without recursion: bodies may be deep. */
export function pathOfNul(root: object): string | null {
  const open: { path: string; value: unknown }[] = [{ path: '', value: root }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && value.includes('\0')) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes('\0')) return path
      open.push({ path: path.length > PATH_MAX ? path : path ? `${path}.${key}` : key, value: inner })
    }
  }
  return null
}

const PATH_MAX = 200

const isJson = (type: string | null) => /^application\/json\s*(;|$)/i.test(type ?? '')

const malformed = (message: string): Body => ({ ok: false, problem: { kind: 'malformed', message } })
const tooLarge: Body = { ok: false, problem: { kind: 'too_large', message: 'A body can have at most 1 MB.' } }
const notJson: Body = {
  ok: false,
  problem: { kind: 'not_json', message: 'Send the body as JSON, with the header "Content-Type: application/json".' },
}
