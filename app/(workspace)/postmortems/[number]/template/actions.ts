'use server'

import type { FormState } from '#lib/form-state.ts'
import { moveTemplate } from '#lib/postmortems/move-template.ts'
import { submit } from '#lib/web/submit.ts'

export async function move(number: number, template: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: moveTemplate,
    form,
    with: { number, template },
    onDone: () => `/postmortems/${number}/edit`,
  })
}
