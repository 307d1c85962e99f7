import type { IncomingMessage, ServerResponse } from 'node:http'
import { createCache } from '#lib/cache.ts'
import { PLACE, stillAt } from '#lib/kept-stills.ts'
import { gzipOf, type Packed, packed } from './gzip.ts'

/**
 * Next writes a page in a dozen pieces though it is whole a moment later. It is sent as one, and its stills, nine tenths of
 * it, are put in their places here: on their way through React and Next every letter of them was handled several times. A
 * still is compressed once, like everything about it.
 */
export function inOnePiece({ headers }: IncomingMessage, response: ServerResponse): ServerResponse {
  const write = response.write as Write
  const end = response.end as Write
  const pieces: Buffer[] = []
  const isPage = () => String(response.getHeader('Content-Type')).startsWith('text/html')
  const gather: Write = (...given) => {
    if (!isPage()) return write.apply(response, given)
    pieces.push(bytesOf(given[0]))
    return true
  }
  const send: Write = (...given) => {
    if (pieces.length === 0) return end.apply(response, given)
    pieces.push(bytesOf(given[0]))
    const parts = withStills(Buffer.concat(pieces))
    if (!takesGzip(headers['accept-encoding']))
      return end.call(response, Buffer.concat(parts.map(({ bytes }) => bytes)))
    const body = gzipOf(parts)
    response.setHeader('Content-Encoding', 'gzip')
    response.setHeader('Content-Length', body.length)
    return end.call(response, body)
  }
  return Object.assign(response, { write: gather, end: send })
}

type Write = (...given: unknown[]) => unknown

function bytesOf(piece: unknown): Buffer {
  if (typeof piece === 'string') return Buffer.from(piece)
  return piece instanceof Uint8Array ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength) : Buffer.alloc(0)
}

const takesGzip = (accepted: string | string[] | undefined) =>
  String(accepted)
    .split(',')
    .some((each) => /^\s*gzip\s*(;\s*q=(1|0\.0*[1-9]).*)?$/.test(each))

/** A place is a comment. What people write never is one: React and Next write its "<" in other letters. */
function withStills(page: Buffer): Packed[] {
  const parts: Packed[] = []
  let done = 0
  for (let begin = page.indexOf(PLACE.begin); begin >= 0; begin = page.indexOf(PLACE.begin, begin + 1)) {
    const end = page.indexOf(PLACE.end, begin) + PLACE.end.length
    const still = packedStill(page.toString('latin1', begin, end))
    if (!still) continue
    parts.push(packed(page.subarray(done, begin), ONCE), still)
    done = end
  }
  return [...parts, packed(page.subarray(done), ONCE)]
}

function packedStill(place: string): Packed | undefined {
  const html = stillAt(place)
  if (html === undefined) return undefined
  const known = stills.get(place)
  if (known) return known
  const still = packed(Buffer.from(html), OFTEN)
  stills.set(place, still, { weight: still.bytes.length + still.deflated.length })
  return still
}

/** Levels of compression. */
const ONCE = 1
const OFTEN = 6
/** As many as are kept at all, in bytes. */
const stills = createCache<Packed>({ max: 20_000_000, now: () => 0 })
