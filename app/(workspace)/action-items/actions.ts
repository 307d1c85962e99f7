'use server'

import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { mergeActionItem } from '#lib/action-items/merge.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { undoEdit } from '#lib/action-items/undo-edit.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: proposeActionItem, form, onDone: toItem })
}

export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateActionItem, form, with: { number }, onDone: toItem })
}

export async function advance(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: advanceActionItem, form, with: { number }, onDone: toItem })
}

export async function advanceInList(number: number, back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: advanceActionItem, form, with: { number }, onDone: () => backTo(back) })
}

export async function updateInList(number: number, back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateActionItem, form, with: { number }, onDone: () => backTo(back) })
}

export async function editMany(back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: editManyActionItems, form, onDone: ({ edit }) => backTo(back, edit) })
}

export async function undo(back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: undoEdit, form, onDone: () => backTo(back) })
}

/** To the list as it was filtered. What a page bound can be written by whoever sends the form, so only its filters count. */
function backTo(back: string, changed?: string): string {
  const filters = new URLSearchParams(/\?.*$/.exec(back)?.[0] ?? '')
  for (const name of ['edit', 'focus', 'to', 'changed']) filters.delete(name)
  if (changed) filters.set('changed', changed)
  return `/action-items?${filters}`
}

export async function decide(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: decideActionItem, form, with: { number }, onDone: toItem })
}

export async function addEvidence(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addItemEvidence, form, with: { number }, onDone: toItem })
}

export async function merge(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: mergeActionItem, form, with: { number }, onDone: toItem })
}

const toItem = ({ number }: { number: number }) => `/action-items/${number}`
