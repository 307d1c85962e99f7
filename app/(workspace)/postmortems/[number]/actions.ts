'use server'

import type { FormState } from '#lib/form-state.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { submit } from '#lib/web/submit.ts'

// Bound to the number by the page, so an address and a form can never speak of two different postmortems.
const toRead = ({ number }: { number: number }) => `/postmortems/${number}`

export async function edit(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: editPostmortem, form, with: { number }, onDone: toRead })
}

export async function askForReview(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: requestReview, form, with: { number }, onDone: toRead })
}

export async function decide(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: decideReview, form, with: { number }, onDone: toRead })
}

export async function publish(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: publishPostmortem, form, with: { number }, onDone: toRead })
}

export async function amend(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: amendPostmortem, form, with: { number }, onDone: toRead })
}

export async function retract(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: retractPostmortem, form, with: { number }, onDone: toRead })
}

export async function changeAccess(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: changeVisibility, form, with: { number } })
}

export async function grant(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: grantAccess, form, with: { record: 'postmortem', number } })
}

export async function revoke(number: number, person: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: revokeAccess, form, with: { record: 'postmortem', number, person } })
}
