import { isLoopback } from '#lib/env.ts'
import type { Problem } from '#lib/problem.ts'

type Inbound = { headers: Pick<Headers, 'get'>; appUrl: URL | undefined }

/**
 * Null when the request was made by a page of ours. Next compares Origin with X-Forwarded-Host, which the sender may
 * write, and lets a missing Origin pass; here the address people open is configured and a request that names no origin
 * is refused.
 */
export function foreignOrigin({ headers, appUrl }: Inbound): Problem | null {
  const own = ownOrigin({ headers, appUrl })
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (own === null) return { kind: 'forbidden', reason: notConfigured }
  if (site !== null && site !== 'same-origin') return refused
  if (origin !== null) return origin === own ? null : refused
  return site === 'same-origin' ? null : refused
}

const refused: Problem = {
  kind: 'forbidden',
  reason: 'This was sent from another site, so nothing was changed. Open the page again and retry from there.',
}

const notConfigured =
  'Nothing was changed: this instance does not know the address you opened it at. Ask an administrator to set APP_URL.'

/** Without APP_URL only the machine's own user can be served, under whichever loopback name they chose. */
function ownOrigin({ headers, appUrl }: Inbound): string | null {
  if (appUrl) return appUrl.origin
  const host = headers.get('host') ?? ''
  if (!URL.canParse(`http://${host}`)) return null
  const { hostname, origin } = new URL(`http://${host}`)
  return isLoopback(hostname) ? origin : null
}
