import type { OAuthConfig } from '@auth/core/providers'
import { z } from 'zod'
import type { Env } from '#lib/env.ts'
import { fetchSoon, optionsOf, type Profile, type Provider, profile } from './profile.ts'

/**
 * GitHub speaks OAuth without an identity token. The library would take the address of the public profile, which nobody
 * verified; here it is always the primary one, and only when GitHub says that it is verified.
 */
export function githubProvider({
  GITHUB_URL: url,
  GITHUB_CLIENT_ID: clientId,
  GITHUB_CLIENT_SECRET: clientSecret,
}: Env): Provider | null {
  if (!clientId || !clientSecret) return null
  const site = url ? new URL(url).origin : 'https://github.com'
  const api = url ? `${site}/api/v3` : 'https://api.github.com'
  const config: OAuthConfig<Profile> = {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    profile,
    issuer: `${site}/login/oauth`,
    checks: ['pkce', 'state'],
    authorization: { url: `${site}/login/oauth/authorize`, params: { scope: 'read:user user:email' } },
    token: `${site}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: ({ tokens }: { tokens: { access_token?: string } }) => readProfile(api, String(tokens.access_token)),
    },
    options: optionsOf(clientId, clientSecret),
  }
  return { id: 'github', name: 'GitHub', issuer: site, config }
}

const User = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() })
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

async function readProfile(api: string, token: string): Promise<Profile> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'user-agent': 'Firebreak' }
  const [user, emails] = await Promise.all(
    [`${api}/user`, `${api}/user/emails`].map(async (url) => {
      const response = await fetchSoon(url, { headers })
      if (!response.ok) throw new Error(`GitHub answered ${response.status} for ${url}.`)
      return response.json()
    }),
  )
  const { id, login, name } = User.parse(user)
  const primary = Emails.parse(emails).find((address) => address.primary)
  return { sub: String(id), name: name || login, email: primary?.email, email_verified: primary?.verified === true }
}
