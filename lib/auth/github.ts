import type { OAuthConfig } from '@auth/core/providers'
import { z } from 'zod'
import type { Env } from '#lib/env.ts'
import { fetchSoon, optionsOf, type Profile, type Provider, profile } from './profile.ts'

/**
 * GitHub speaks OAuth without an identity token. The library would take the address of the public profile, which nobody
 * verified; here it is always the primary one, and only when GitHub says that it is verified.
 */
export function githubProvider({
  GITHUB_CLIENT_ID: clientId,
  GITHUB_CLIENT_SECRET: clientSecret,
}: Env): Provider | null {
  if (!clientId || !clientSecret) return null
  const config: OAuthConfig<Profile> = {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    profile,
    issuer: 'https://github.com/login/oauth',
    checks: ['pkce', 'state'],
    authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: 'read:user user:email' } },
    token: 'https://github.com/login/oauth/access_token',
    userinfo: {
      url: `${API}/user`,
      request: ({ tokens }: { tokens: { access_token?: string } }) => readProfile(String(tokens.access_token)),
    },
    options: optionsOf(clientId, clientSecret),
  }
  return { id: 'github', name: 'GitHub', issuer: 'https://github.com', config }
}

const API = 'https://api.github.com'

const User = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() })
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

export async function readProfile(token: string, get: typeof fetch = fetchSoon): Promise<Profile> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'user-agent': 'Firebreak' }
  const [user, emails] = await Promise.all(
    [`${API}/user`, `${API}/user/emails`].map(async (url) => {
      const response = await get(url, { headers })
      if (!response.ok) throw new Error(`GitHub answered ${response.status} for ${url}.`)
      return response.json()
    }),
  )
  const { id, login, name } = User.parse(user)
  const primary = Emails.parse(emails).find((address) => address.primary)
  return { sub: String(id), name: name || login, email: primary?.email, email_verified: primary?.verified === true }
}
