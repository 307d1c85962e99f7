import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import { inOnePiece } from './whole-page.ts'

/**
 * What is around every request before Next sees it and around every answer: what browsers must not do with any of it, a
 * nonce with the policy that names it, an id, and compression. Who may see what is never decided here: a check in front of
 * the data would have to be right for every spelling of every path.
 */
export const inEnvelope =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    response.setHeaders(everywhere)
    if (!kept.test(request.url ?? '')) stamp(request, response)
    compress(request, response, () => answer(request, inOnePiece(request, response)))
    // Nothing here is sent piece by piece: headers travel with what they are of, and no piece is compressed by itself.
    Object.assign(response, { flush: () => {}, flushHeaders: () => {} })
  }

const everywhere = new Map(
  Object.entries({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  }),
)

/** Browsers may keep what never changes, and pictures, which carry a policy of their own. */
const kept = /^\/_next\/static\/|^\/postmortems\/[0-9]+\/images\//

/** Pages are made for one reader and sent once: a tenth smaller is not worth twice the time. */
const compress = compression({
  level: 1,
  chunkSize: 64 * 1024,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
})

/** What the client sent under these names is overwritten: Next reads the nonce from the request's own policy header. */
function stamp({ headers, url = '/' }: IncomingMessage, response: ServerResponse): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const requestId = randomUUID()
  delete headers['content-security-policy-report-only']
  headers['content-security-policy'] = policy
  headers['x-nonce'] = nonce
  headers['x-request-id'] = requestId
  headers['x-path'] = ownPath(url)
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Request-Id', requestId)
  response.setHeader('Cache-Control', 'private, no-store')
  if (process.env.APP_URL?.startsWith('https://')) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  }
}

/** Layouts are not told where they are; the way in needs it to lead people back. */
function ownPath(url: string): string {
  // "//elsewhere" would lead to another host, and a whole address is what only forward proxies are asked.
  if (!/^\/(?![/\\])/.test(url) || !URL.canParse(url, 'http://host')) return '/'
  const { pathname, searchParams } = new URL(url, 'http://host')
  // Next's own mark on what it fetches to go somewhere without loading the page anew.
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Inline styles cannot run code, and positioned popups need them.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
