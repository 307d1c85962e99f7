import type { OIDCConfig } from '@auth/core/providers'
import type { Env } from '#lib/env.ts'
import { githubProvider } from './github.ts'
import { optionsOf, type Profile, type Provider, profile } from './profile.ts'

/** The providers that were configured, in the order of their buttons. */
export function providersOf(env: Env): Provider[] {
  return [genericProvider(env), googleProvider(env), githubProvider(env)].filter((provider) => provider !== null)
}

const checks: OIDCConfig<Profile>['checks'] = ['pkce', 'state', 'nonce']

function genericProvider(env: Env): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env
  if (!issuer || !clientId || !clientSecret) return null
  const config: OIDCConfig<Profile> = {
    id: 'oidc',
    name,
    type: 'oidc',
    issuer,
    profile,
    checks,
    authorization: { params: { scope: 'openid email profile' } },
    // Many providers put the address into the userinfo answer only, as the specification suggests.
    idToken: false,
    options: optionsOf(clientId, clientSecret),
  }
  return { id: 'oidc', name, issuer, config }
}

function googleProvider({ GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret }: Env): Provider | null {
  if (!clientId || !clientSecret) return null
  const issuer = 'https://accounts.google.com'
  const config: OIDCConfig<Profile> = {
    id: 'google',
    name: 'Google',
    type: 'oidc',
    issuer,
    profile,
    checks,
    options: optionsOf(clientId, clientSecret),
  }
  return { id: 'google', name: 'Google', issuer, config }
}
