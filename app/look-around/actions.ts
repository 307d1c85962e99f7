'use server'

import { BecomeInput, becomeSamplePerson } from '#lib/auth/sample.ts'
import type { FormState } from '#lib/form-state.ts'
import { knock } from '../doorstep.ts'

export async function become(_: FormState, form: FormData): Promise<FormState> {
  return knock({ form, schema: BecomeInput, run: becomeSamplePerson })
}
