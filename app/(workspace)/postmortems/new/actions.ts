'use server'

import type { FormState } from '#lib/form-state.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { submit } from '#lib/web/submit.ts'

export async function draft(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: draftPostmortem, form, onDone: ({ number }) => `/postmortems/${number}/edit` })
}
