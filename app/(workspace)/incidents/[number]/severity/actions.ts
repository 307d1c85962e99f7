'use server'

import type { FormState } from '#lib/form-state.ts'
import { changeSeverity } from '#lib/incidents/change-severity.ts'
import { submit } from '#lib/web/submit.ts'

export async function change(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: changeSeverity, form, with: { number }, onDone: () => `/incidents/${number}/severity` })
}
