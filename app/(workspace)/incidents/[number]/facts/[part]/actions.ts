'use server'

import type { FormState } from '#lib/form-state.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { submit } from '#lib/web/submit.ts'

export async function save(number: number, part: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: updateIncident,
    form,
    with: { number, part },
    onDone: () => `/incidents/${number}#${part}`,
  })
}
