'use server'

import { ChoosePasswordInput, choosePassword } from '#lib/accounts/choose-password.ts'
import type { FormState } from '#lib/form-state.ts'
import { knock } from '../doorstep.ts'

export async function chooseByLink(_: FormState, form: FormData): Promise<FormState> {
  // There for password managers, which file the new password under it.
  form.delete('username')
  return knock({ form, schema: ChoosePasswordInput, run: choosePassword })
}
