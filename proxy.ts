import { type NextRequest, NextResponse } from 'next/server'

/**
 * Headers and the nonce only. Who may see what is never decided here: middleware was bypassed in 2025 and again in
 * 2026, and a check in front of the data would have to be right for every spelling of every path.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const requestId = crypto.randomUUID()
  const policy = contentSecurityPolicy(nonce)

  // What the client sent under these names is overwritten: Next reads the nonce from the request's own policy header.
  const inbound = new Headers(request.headers)
  inbound.delete('content-security-policy-report-only')
  inbound.set('content-security-policy', policy)
  inbound.set('x-nonce', nonce)
  inbound.set('x-request-id', requestId)
  // Layouts are not told where they are; the way in needs it to lead people back.
  inbound.set('x-path', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers: inbound } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  response.headers.set('Cache-Control', 'private, no-store')
  if (process.env.APP_URL?.startsWith('https://')) {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
  return response
}

export const config = {
  // Behind a proxy file Next silently cuts bodies at 10 MB, so the streaming import routes stay out. Pictures carry a
  // policy of their own and may be kept by the browser.
  matcher: ['/((?!_next/static/|api/v1/imports(?:/|$)|postmortems/[0-9]+/images/).*)'],
}

function contentSecurityPolicy(nonce: string): string {
  // React needs eval for its development stack traces, and the development client talks over a socket.
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Inline styles cannot run code, and positioned popups need them.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
