'use server'

import type { FormState } from '#lib/form-state.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { submit } from '#lib/web/submit.ts'

export async function record(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: recordIncident, form, onDone: ({ number }) => `/incidents/${number}` })
}
