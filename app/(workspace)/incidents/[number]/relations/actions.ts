'use server'

import type { FormState } from '#lib/form-state.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { unrelateIncident } from '#lib/incidents/unrelate.ts'
import { submit } from '#lib/web/submit.ts'

export async function relate(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: relateIncident, form, with: { number }, onDone: toPage })
}

export async function unrelate(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: unrelateIncident, form, with: { number, id }, onDone: toPage })
}

const toPage = ({ number }: { number: number }) => `/incidents/${number}/relations`
