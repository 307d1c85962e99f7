import type { NextRequest } from 'next/server'
import { readTheme } from '#components/shell/theme.ts'

/** A plain form posts here, so switching colours needs no script. Answers with the page the person was on. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!fromOurPages(request)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => null)
  const theme = readTheme(form?.get('theme'))
  const secure = process.env.APP_URL?.startsWith('https://') ? '; Secure' : ''
  const headers = new Headers({
    Location: pathOf(request.headers.get('referer')),
    'Set-Cookie': `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`,
  })
  return new Response(null, { status: 303, headers })
}

/** Browsers always send one of the two with a form; a request with neither is not a page of ours. */
function fromOurPages(request: NextRequest): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  const own = process.env.APP_URL ? new URL(process.env.APP_URL).host : request.headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === own
}

/** Only the path is used, so the answer cannot lead to another site; `//host` would be read as one. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}
