import { generateKeyPairSync } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider as ProviderType } from 'oidc-provider'

export type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string }

/** GitHub has its own addresses, no identity token, and tells who somebody is over its API. */
export type Dialect = 'oidc' | 'github'

const dialects = {
  oidc: { under: '', scope: 'openid email profile' },
  github: {
    under: '/login/oauth',
    scope: 'read:user user:email',
    routes: { authorization: '/login/oauth/authorize', token: '/login/oauth/access_token' },
    scopes: ['read:user', 'user:email'],
  },
}

/**
 * A certified OpenID provider on a loopback port. Nobody types a password there: whoever `claims` says is signed in.
 */
export async function identityProvider({ redirectUri, dialect }: { redirectUri: string; dialect: Dialect }) {
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = {
    client_id: 'firebreak',
    client_secret: 'a secret between the two of them',
    redirect_uris: [redirectUri],
  }
  const people = new Map<string, Claims>()
  let current: Claims = { sub: 'nobody' }

  const Provider = await quietly(async () => (await import('oidc-provider')).Provider)
  const { under, scope, ...spoken } = dialects[dialect]
  const provider: ProviderType = new Provider(`${issuer}${under}`, {
    ...spoken,
    clients: [client],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['not a secret'] },
    adapter: inMemory(),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: () => '/consent' },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 60, Session: 600 },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => people.get(sub) ?? { sub } }),
    loadExistingGrant: async ({
      oidc: { client, session },
    }: {
      oidc: { client: { clientId: string }; session: { accountId: string } }
    }) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(scope)
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/consent'))
      void provider.interactionFinished(request, response, { login: { accountId: current.sub } })
    else if (request.url?.startsWith('/api/v3/')) void answerAsGitHub(request, response)
    else void answer(request, response)
  })

  async function answerAsGitHub({ url, headers }: http.IncomingMessage, response: http.ServerResponse) {
    const token = await provider.AccessToken.find(headers.authorization?.replace('Bearer ', '') ?? '')
    const claims = token && people.get(token.accountId)
    response.writeHead(claims ? 200 : 401, { 'content-type': 'application/json' })
    if (!claims) return response.end(JSON.stringify({ message: 'Bad credentials' }))
    const { sub, name, email, email_verified: verified } = claims
    const others = { email: 'another@northlight.example', primary: false, verified: true }
    const addresses = email ? [others, { email, primary: true, verified }] : [others]
    const user = { id: Number(sub), login: 'a-login', name, email: 'public@northlight.example' }
    response.end(JSON.stringify(url?.endsWith('/emails') ? addresses : user))
  }

  return {
    issuer,
    client,
    /** Who is signed in there from now on. */
    is(claims: Claims) {
      current = claims
      people.set(claims.sub, claims)
    },
    /** Walks a browser through the provider and answers where it is sent back to. */
    async visit(address: string): Promise<URL> {
      const cookies = new Map<string, string>()
      let at = new URL(address)
      while (at.origin === issuer) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
          cookies.set(name, value)
        }
        const next = response.headers.get('location')
        if (!next) throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
        at = new URL(next, at)
      }
      return at
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The package says on loading that it wants a newer Node; the tests show that it works on this one. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }
}

/** The provider's own store complains on the console that it is not for production. */
function inMemory() {
  const rows = new Map<string, Record<string, unknown>>()
  return (kind: string) => {
    const key = (id: string) => `${kind}:${id}`
    const findBy = (field: string, value: unknown) => [...rows.values()].find((row) => row[field] === value)
    return {
      upsert: async (id: string, row: Record<string, unknown>) => void rows.set(key(id), row),
      find: async (id: string) => rows.get(key(id)),
      findByUid: async (uid: string) => findBy('uid', uid),
      findByUserCode: async (code: string) => findBy('userCode', code),
      destroy: async (id: string) => void rows.delete(key(id)),
      revokeByGrantId: async () => undefined,
      consume: async (id: string) => {
        const row = rows.get(key(id))
        if (row) row.consumed = Math.floor(Date.now() / 1000)
      },
    }
  }
}
