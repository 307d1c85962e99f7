import type { NextRequest } from 'next/server'
import { readTheme } from '#components/shell/theme.ts'
import { env, isHttps } from '#lib/env.ts'
import { foreignOrigin } from '#lib/web/origin.ts'

/** A plain form posts here, so switching colours needs no script. Answers with the page the person was on. */
export async function POST(request: NextRequest): Promise<Response> {
  if (foreignOrigin({ headers: request.headers, appUrl: env().APP_URL })) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => null)
  const theme = readTheme(form?.get('theme'))
  const secure = isHttps(env()) ? '; Secure' : ''
  const headers = new Headers({
    Location: pathOf(request.headers.get('referer')),
    'Set-Cookie': `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`,
  })
  return new Response(null, { status: 303, headers })
}

/** Only the path is used, so the answer cannot lead to another site; `//host` would be read as one. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}
