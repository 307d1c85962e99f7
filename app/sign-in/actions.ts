'use server'

import { SignInInput, signIn } from '#lib/auth/sign-in.ts'
import type { FormState } from '#lib/form-state.ts'
import { knock } from '../doorstep.ts'

export async function signInWithPassword(_: FormState, form: FormData): Promise<FormState> {
  return knock({ form, schema: SignInInput, run: signIn })
}
