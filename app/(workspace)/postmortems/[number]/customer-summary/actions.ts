'use server'

import { getTranslations } from 'next-intl/server'
import { answerFinding } from '#lib/customer-summaries/answer-finding.ts'
import { approveSummary } from '#lib/customer-summaries/approve.ts'
import { writeSummary } from '#lib/customer-summaries/write.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

const here = (number: number) => () => `/postmortems/${number}/customer-summary`

export async function save(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: writeSummary, form, with: { number }, onDone: here(number) })
}

export async function keep(number: number, finding: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: answerFinding, form, with: { number, finding }, onDone: here(number) })
}

export async function approve(number: number, revision: number, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('customerSummary')
  return submit({ command: approveSummary, form, with: { number, revision }, done: t('approvedDone') })
}
