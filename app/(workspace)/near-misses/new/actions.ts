'use server'

import type { FormState } from '#lib/form-state.ts'
import { recordNearMiss } from '#lib/postmortems/record-near-miss.ts'
import { submit } from '#lib/web/submit.ts'

export async function record(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: recordNearMiss, form, onDone: ({ number }) => `/postmortems/${number}` })
}
