'use server'

import type { FormState } from '#lib/form-state.ts'
import { createService } from '#lib/services/create.ts'
import { updateService } from '#lib/services/update.ts'
import { submit } from '#lib/web/submit.ts'

export async function create(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: createService, form, onDone: ({ slug }) => `/services/${slug}` })
}

export async function update(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateService, form, onDone: ({ slug }) => `/services/${slug}` })
}
