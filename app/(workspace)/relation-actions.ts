'use server'

import { getTranslations } from 'next-intl/server'
import type { FormState } from '#lib/form-state.ts'
import { confirmRelation } from '#lib/incidents/confirm-relation.ts'
import { declineRelation } from '#lib/incidents/decline-relation.ts'
import { proposeRelation } from '#lib/incidents/propose-relation.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { submit } from '#lib/web/submit.ts'

/** Asked on the page of the incident and where its postmortem is written; whoever answers stays there. */
export async function relate(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: relateIncident, form, with: { number } })
}

export async function propose(number: number, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('similar')
  return submit({ command: proposeRelation, form, with: { number }, done: t('sent') })
}

export async function confirm(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: confirmRelation, form, with: { number } })
}

export async function decline(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: declineRelation, form, with: { number } })
}
