import { customFetch } from '@auth/core'
import type { OAuthConfig, OAuthUserConfig, OIDCConfig } from '@auth/core/providers'
import { z } from 'zod'

/** What a provider says about somebody, as far as it is used. */
export type Profile = { sub?: unknown; email?: unknown; email_verified?: unknown; name?: unknown }

export type Provider = {
  id: 'oidc' | 'google' | 'github'
  name: string
  /** Together with the subject the key of an account. An address can change hands; this cannot. */
  issuer: string
  config: OIDCConfig<Profile> | OAuthConfig<Profile>
}

/** Only what is needed leaves the provider's answer; tokens and pictures are dropped here. */
export const profile = ({ sub, email, name }: Profile) => ({
  id: String(sub),
  email: z.string().catch('').parse(email),
  name: z.string().catch('').parse(name),
})

/** A provider that does not answer must not hold a request for ever. */
export const fetchSoon: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(10_000) })

/** The library copies a provider's fields and would lose the symbol among them, except from its options. */
export const optionsOf = (clientId: string, clientSecret: string): OAuthUserConfig<Profile> => ({
  clientId,
  clientSecret,
  [customFetch]: fetchSoon,
})
