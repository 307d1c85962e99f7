'use server'

import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { ChangePasswordInput, changePassword } from '#lib/accounts/change-password.ts'
import { createApiToken } from '#lib/accounts/create-api-token.ts'
import { revokeApiToken } from '#lib/accounts/revoke-api-token.ts'
import { endSession } from '#lib/accounts/sign-out.ts'
import { updateOrganization } from '#lib/accounts/update-organization.ts'
import { updatePerson } from '#lib/accounts/update-person.ts'
import { currentContext } from '#lib/auth/current.ts'
import { env } from '#lib/env.ts'
import type { FormState } from '#lib/form-state.ts'
import { sentence } from '#lib/problem.ts'
import { readForm } from '#lib/web/form-data.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { foreignOrigin } from '#lib/web/origin.ts'
import { submit } from '#lib/web/submit.ts'

export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await currentContext()
  return submit({ command: updatePerson, form, with: { id: actor.personId } })
}

/** Not through `submit`: the hashes are computed between two transactions, so this is not one command. */
export async function savePassword(_: FormState, form: FormData): Promise<FormState> {
  const context = await currentContext()
  const problem = foreignOrigin({ headers: await headers(), appUrl: env().APP_URL }) ?? limitedFor(context.actor)
  if (problem) return { message: sentence(problem) }
  const outcome = await changePassword(context, readForm(ChangePasswordInput, form).raw)
  if (outcome.ok) return { done: (await getTranslations('settings.password'))('done') }
  return outcome.problem.kind === 'invalid'
    ? { fields: outcome.problem.fields }
    : { message: sentence(outcome.problem) }
}

export async function revokeSession(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('settings.sessions')
  return submit({ command: endSession, form, done: t('ended') })
}

/** The answer carries the token, once; it is nowhere else. */
export async function makeToken(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('settings.tokens')
  let token = ''
  const keep = (made: { token: string }) => {
    token = made.token
    return null
  }
  const state = await submit({ command: createApiToken, form, onDone: keep, shownOnce: true })
  return token ? { done: t('made', { token }) } : state
}

export async function revokeToken(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('settings.tokens')
  return submit({ command: revokeApiToken, form, done: t('isRevoked') })
}

export async function saveOrganization(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateOrganization, form })
}
