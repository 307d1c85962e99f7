'use server'

import type { FormState } from '#lib/form-state.ts'
import { answerRecurrence } from '#lib/recurrences/answer.ts'
import { submit } from '#lib/web/submit.ts'

/** Asked on the page of the incident and where its postmortem is written; whoever answers stays there. */
export async function answer(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: answerRecurrence, form, with: { number } })
}
