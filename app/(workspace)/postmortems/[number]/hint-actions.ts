'use server'

import type { FormState } from '#lib/form-state.ts'
import { bringBackHint } from '#lib/hints/bring-back.ts'
import { dismissHint } from '#lib/hints/dismiss.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'
import { submit } from '#lib/web/submit.ts'

export async function dismiss(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: dismissHint, form, with: { number } })
}

export async function bringBack(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: bringBackHint, form, with: { number } })
}

export async function everyone(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: dismissForEveryone, form })
}
