'use server'

import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { invitePerson } from '#lib/accounts/invite.ts'
import { offerPasswordLink } from '#lib/accounts/password-link.ts'
import { reactivatePerson } from '#lib/accounts/reactivate.ts'
import type { LinkOut } from '#lib/accounts/schema.ts'
import { updatePerson } from '#lib/accounts/update-person.ts'
import type { Command } from '#lib/command.ts'
import { appOrigin, env } from '#lib/env.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  return showLink(invitePerson, form)
}

export async function offerLink(_: FormState, form: FormData): Promise<FormState> {
  return showLink(offerPasswordLink, form)
}

export async function giveRole(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updatePerson, form })
}

export async function deactivate(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('people.administer')
  return submit({ command: deactivatePerson, form, done: t('isDeactivated') })
}

export async function reactivate(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('people.administer')
  return submit({ command: reactivatePerson, form, done: t('isReactivated') })
}

/** The link is in the answer to the form and nowhere else: it opens an account. */
async function showLink<Input extends z.ZodType, Subject>(
  command: Command<Input, Subject, z.output<typeof LinkOut>>,
  form: FormData,
): Promise<FormState> {
  const t = await getTranslations('people.administer')
  let link: { name: string; url: string } | undefined
  const keep = ({ person: { name }, token }: z.output<typeof LinkOut>) => {
    link = { name, url: `${appOrigin(env())}/choose-password?token=${token}` }
    return null
  }
  const state = await submit({ command, form, onDone: keep, shownOnce: true })
  return link ? { done: t('link', link) } : state
}
