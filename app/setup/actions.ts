'use server'

import { SetUpInput, setUp } from '#lib/accounts/set-up.ts'
import type { FormState } from '#lib/form-state.ts'
import { knock } from '../doorstep.ts'

export async function setUpOrganization(_: FormState, form: FormData): Promise<FormState> {
  return knock({ form, schema: SetUpInput, run: setUp })
}
