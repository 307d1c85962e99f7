'use server'

import type { FormState } from '#lib/form-state.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { submit } from '#lib/web/submit.ts'

const record = 'incident'

export async function grant(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: grantAccess, form, with: { record, number } })
}

export async function revoke(number: number, person: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: revokeAccess, form, with: { record, number, person } })
}
