import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { handleAuth } from '#lib/auth/port.ts'
import { readEnv } from '#lib/env.ts'
import type { TestDatabase } from './database.ts'
import { type Claims, type Dialect, identityProvider } from './identity-provider.ts'
import { NOW } from './world.ts'

export const ORIGIN = 'http://localhost:3000'
const callback = (dialect: Dialect) => `${ORIGIN}/api/auth/callback/${dialect}`
export const CALLBACK = callback('oidc')

/** Somebody of an allowed domain, whom nobody invited. */
export const nora: Claims = { sub: 'n-1', email: 'nora@northlight.example', email_verified: true, name: 'Nora Quist' }

/** A provider that people of one domain may sign in through, and the browsers they do it with. Close it. */
export async function providerAndBrowsers({ database }: TestDatabase, dialect: Dialect = 'oidc') {
  const provider = await identityProvider({ redirectUri: callback(dialect), dialect })
  const { client_id: id, client_secret: secret } = provider.client
  const folder = await mkdtemp(path.join(tmpdir(), 'fb-auth-'))
  const env = readEnv({
    DATA_DIR: folder,
    ...(dialect === 'oidc'
      ? { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret }
      : { GITHUB_URL: provider.issuer, GITHUB_CLIENT_ID: id, GITHUB_CLIENT_SECRET: secret }),
    AUTH_ALLOWED_DOMAINS: 'northlight.example',
  })
  return {
    provider,
    /** Where the key is kept. */
    folder,
    newBrowser: () =>
      browser({
        dialect,
        answer: (request) => handleAuth(request, { database, env, now: NOW }),
        visit: provider.visit,
      }),
    /** What signing in leaves behind. */
    rows: () =>
      database.asOwner(async (db) => ({
        identities: await db.identity.findMany(),
        sessions: await db.session.findMany(),
        people: await db.person.count(),
      })),
    close: async () => {
      await provider.close()
      await rm(folder, { recursive: true })
    },
  }
}

type Given = {
  dialect: Dialect
  answer: (request: Request) => Promise<Response>
  visit: (address: string) => Promise<URL>
}

/** A browser as far as cookies go. */
function browser({ dialect, answer, visit }: Given) {
  const cookies = new Map<string, string>()

  async function send(
    url: string,
    { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await answer(new Request(url, { ...init, headers: { cookie, ...headers } }))
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      if (value === '' || /Max-Age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  /** Presses the button and answers the provider's address. */
  async function press(next = '/postmortems', headers: Record<string, string> = { origin: ORIGIN }): Promise<string> {
    const body = new URLSearchParams({ next })
    const response = await send(`${ORIGIN}/api/auth/signin/${dialect}`, { method: 'POST', body, headers })
    return response.headers.get('refresh')?.replace('0; url=', '') ?? `${response.status}`
  }

  return {
    cookies,
    send,
    press,
    async signIn(next?: string): Promise<string | null> {
      const back = await visit(await press(next))
      return (await send(back.href)).headers.get('location')
    },
    get token() {
      return cookies.get('firebreak.session')
    },
  }
}
