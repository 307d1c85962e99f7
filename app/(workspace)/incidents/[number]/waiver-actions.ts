'use server'

import { getTranslations } from 'next-intl/server'
import type { FormState } from '#lib/form-state.ts'
import { waivePostmortem } from '#lib/waivers/waive.ts'
import { withdrawWaiver } from '#lib/waivers/withdraw.ts'
import { submit } from '#lib/web/submit.ts'

export async function waive(number: number, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('waivers')
  return submit({ command: waivePostmortem, form, with: { number }, done: t('waived') })
}

export async function withdraw(number: number, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('waivers')
  return submit({ command: withdrawWaiver, form, with: { number }, done: t('withdrawn') })
}
