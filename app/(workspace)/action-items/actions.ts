'use server'

import { closeActionItem } from '#lib/action-items/close.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { reopenActionItem } from '#lib/action-items/reopen.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: proposeActionItem, form, onDone: toItem })
}

export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateActionItem, form, with: { number }, onDone: toItem })
}

export async function close(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: closeActionItem, form, with: { number }, onDone: toItem })
}

/** Back to the list as it was filtered. What a page bound can be written by whoever sends the form, so only its filters count. */
export async function closeInList(number: number, back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: closeActionItem,
    form,
    with: { number },
    onDone: () => `/action-items${/\?.*$/.exec(back)?.[0] ?? ''}`,
  })
}

export async function reopen(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: reopenActionItem, form, with: { number }, onDone: toItem })
}

const toItem = ({ number }: { number: number }) => `/action-items/${number}`
