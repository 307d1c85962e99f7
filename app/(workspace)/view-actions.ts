'use server'

import type { FormState } from '#lib/form-state.ts'
import { beginWithView } from '#lib/views/begin-with.ts'
import { viewHref } from '#lib/views/model.ts'
import { removeView } from '#lib/views/remove.ts'
import { saveView } from '#lib/views/save.ts'
import { updateView } from '#lib/views/update.ts'
import { submit } from '#lib/web/submit.ts'

export async function saveAnotherView(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: saveView, form, onDone: viewHref })
}

/** From the list: on to it, as it is saved now. */
export async function updateListView(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateView, form, onDone: viewHref })
}

export async function update(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateView, form })
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: removeView, form, onDone: () => '/views' })
}

export async function begin(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: beginWithView, form })
}
