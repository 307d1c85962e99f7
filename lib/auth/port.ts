import { Auth, type AuthConfig, skipCSRFCheck } from '@auth/core'
import { appOrigin, type Env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { admit } from './admit.ts'
import { cookieIn, sessionCookieHeader, sessionCookieName, withoutCookie } from './cookie.ts'
import type { Profile, Provider } from './profile.ts'
import { providersOf } from './providers.ts'
import { isFromHere } from './request.ts'
import { authSecret } from './secret-file.ts'
import type { StartedSession } from './sessions.ts'
import { type Visit, visitOf } from './visit.ts'

const BASE = '/api/auth'

/**
 * Signing in through a provider. @auth/core speaks the protocol (discovery, PKCE, state, nonce, the token's signature) and
 * nothing else: it gets no database and keeps no session, so whatever it believes about sessions cannot matter. Who gets
 * in is decided by `admit`, and the session is ours.
 */
export async function handleAuth(request: Request, given: Pick<Visit, 'database' | 'env' | 'now'>): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const [, step, id] = /^\/api\/auth\/(signin|callback)\/([a-z]+)$/.exec(pathname) ?? []
  const provider = providersOf(given.env).find((candidate) => candidate.id === id)
  if (!provider) return new Response(null, { status: 404 })
  if (step === 'signin' && request.method === 'POST') return depart(request, { ...given, provider })
  if (step === 'callback' && request.method === 'GET') return arrive(request, { ...given, provider, search })
  return new Response(null, { status: 405, headers: { allow: step === 'signin' ? 'POST' : 'GET' } })
}

type Given = Pick<Visit, 'database' | 'env' | 'now'> & { provider: Provider }

/** To the provider. It begins on our own page or not at all: a sign-in that somebody else began would be into their account. */
async function depart(request: Request, { env, provider }: Given): Promise<Response> {
  if (!isFromHere(request.headers, env)) return new Response('This was sent from another site.', { status: 403 })
  const form = new URLSearchParams((await request.text()).slice(0, 4_000))
  const body = new URLSearchParams({ callbackUrl: safePath(form.get('next')) })
  const path = `${BASE}/signin/${provider.id}`
  const response = await ask(request, { env, path, method: 'POST', body, provider, admitted: () => false })
  const target = response.headers.get('location')
  if (!target || new URL(target).origin === appOrigin(env)) return redirect(FAILED)
  return leave(new URL(target), { cookies: response.headers.getSetCookie(), name: provider.name })
}

/** Back from the provider. */
async function arrive(request: Request, given: Given & { search: string }): Promise<Response> {
  const { env, provider, search } = given
  const name = sessionCookieName(env)
  const visit = visitOf(request.headers, { ...given, token: cookieIn(request.headers.get('cookie'), name) })
  let started: StartedSession | undefined
  let turned = 'failed'
  const path = `${BASE}/callback/${provider.id}${search}`
  const admitted: Admitted = async (profile) => {
    const outcome = await admit(visit, claimOf(provider, profile))
    if (outcome.ok) started = outcome.value
    else if (outcome.problem.kind === 'forbidden') turned = outcome.problem.reason
    return outcome.ok
  }
  const response = await ask(request, { env, path, method: 'GET', provider, admitted })
  const cookies = response.headers.getSetCookie()
  if (!started) return redirect(`/sign-in?problem=${turned}`, cookies)
  const next = safePath(response.headers.get('location'), env)
  return redirect(next, [...cookies, sessionCookieHeader(env, started)])
}

type Admitted = (profile: Profile) => Promise<boolean> | boolean

/** The request as the library sees it: on our own origin, with no header but its cookies, and without our session. */
async function ask(
  request: Request,
  {
    env,
    path,
    method,
    body,
    provider,
    admitted,
  }: {
    env: Env
    path: string
    method: string
    body?: URLSearchParams
    provider: Provider
    admitted: Admitted
  },
): Promise<Response> {
  const headers = new Headers({ cookie: withoutCookie(request.headers.get('cookie'), sessionCookieName(env)) })
  const inner = new Request(new URL(path, appOrigin(env)), { method, headers, ...(body && { body }) })
  return Auth(inner, await configOf({ env, provider, admitted }))
}

async function configOf({
  env,
  provider,
  admitted,
}: {
  env: Env
  provider: Provider
  admitted: Admitted
}): Promise<AuthConfig> {
  const route = `${BASE}/callback/${provider.id}`
  return {
    basePath: BASE,
    secret: await authSecret(env),
    // Safe because every request it sees was rebuilt on our own origin.
    trustHost: true,
    // Its token in the form would need a cookie before the form; `depart` asks the browser where the form was instead.
    skipCSRFCheck,
    session: { strategy: 'jwt' },
    providers: [provider.config],
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      signIn: ({ profile }) => admitted({ ...profile }),
      redirect: ({ url }) => new URL(safePath(url, env), appOrigin(env)).href,
      // No session of the library's own: null makes it set none.
      jwt: () => null,
    },
    logger: {
      // The library hides the cause from the person, so it must not be lost here.
      error: (error) => {
        if (error.name !== 'AccessDenied')
          log('warn', 'A sign-in through a provider failed', { route, error: causeOf(error) })
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

function causeOf(error: Error): unknown {
  const { cause } = error
  return cause instanceof Object && 'err' in cause ? cause.err : error
}

const claimOf = ({ id, issuer }: Provider, { sub, email, email_verified, name }: Profile) => ({
  provider: id,
  issuer,
  subject: String(sub ?? ''),
  name: typeof name === 'string' ? name : '',
  email: typeof email === 'string' ? email : '',
  verified: email_verified === true,
})

/** A path on this instance, whatever was asked for; anything else becomes the start page. */
export function safePath(wish: string | null | undefined, env?: Env): string {
  const origin = env ? appOrigin(env) : 'http://here.invalid'
  if (!wish || !URL.canParse(wish, origin)) return '/'
  const { origin: its, pathname, search, hash } = new URL(wish, origin)
  // Two slashes at the start of a path would be read as another host.
  return its === origin && !pathname.startsWith('//') ? pathname + search + hash : '/'
}

const FAILED = '/sign-in?problem=failed'

function redirect(path: string, cookies: string[] = []): Response {
  return new Response(null, { status: 303, headers: withCookies({ location: path }, cookies) })
}

/**
 * A form may lead only to ourselves (`form-action 'self'`), and browsers hold a redirect after it to the same rule. So
 * this is a page of its own which goes on by itself.
 */
function leave(target: URL, { cookies, name }: { cookies: string[]; name: string }): Response {
  const body = `<!doctype html><meta charset="utf-8"><title>${inHtml(name)}</title><p><a href="${inHtml(target.href)}">${inHtml(name)}</a></p>`
  const headers = withCookies({ refresh: `0; url=${target.href}`, 'content-type': 'text/html; charset=utf-8' }, cookies)
  return new Response(body, { headers })
}

function withCookies(head: Record<string, string>, cookies: string[]): Headers {
  const headers = new Headers({ ...head, 'cache-control': 'private, no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return headers
}

const inHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
