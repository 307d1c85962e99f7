import { type Env, isHttps } from '#lib/env.ts'

/** The `__Host-` name is refused by browsers unless the cookie is secure, for the whole host and for no other. */
export const sessionCookieName = (env: Env) => (isHttps(env) ? '__Host-firebreak.session' : 'firebreak.session')

export const sessionCookie = (env: Env) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(env) }) as const

/** For responses made by hand. Without a token the browser forgets what it had. */
export function sessionCookieHeader(env: Env, given: { token: string; expiresAt: Date } | null): string {
  const { token, expiresAt } = given ?? { token: '', expiresAt: new Date(0) }
  const secure = isHttps(env) ? '; Secure' : ''
  return `${sessionCookieName(env)}=${token}; Path=/; Expires=${expiresAt.toUTCString()}; HttpOnly; SameSite=Lax${secure}`
}

/** The named cookie out of a Cookie header. Given twice, as after an injection from a subdomain, it counts as none. */
export function cookieIn(header: string | null, name: string): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined
}

export function withoutCookie(header: string | null, name: string): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.filter((pair) => pair && !pair.startsWith(`${name}=`)).join('; ')
}
