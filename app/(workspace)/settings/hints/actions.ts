'use server'

import { getTranslations } from 'next-intl/server'
import type { FormState } from '#lib/form-state.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'
import { returnToEveryone } from '#lib/hints/return-to-everyone.ts'
import { submit } from '#lib/web/submit.ts'

export async function add(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('hints.settings')
  return submit({ command: dismissForEveryone, form, done: t('added') })
}

export async function bringBack(id: string, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('hints.settings')
  return submit({ command: returnToEveryone, form, with: { id }, done: t('broughtBack') })
}
