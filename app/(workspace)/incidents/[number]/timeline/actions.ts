'use server'

import type { FormState } from '#lib/form-state.ts'
import { addTimelineEntries } from '#lib/timeline/add-entries.ts'
import { addTimelineEntry } from '#lib/timeline/add-entry.ts'
import { editTimelineEntry } from '#lib/timeline/edit-entry.ts'
import { removeTimelineEntry } from '#lib/timeline/remove-entry.ts'
import { restoreTimelineEntry } from '#lib/timeline/restore-entry.ts'
import { submit } from '#lib/web/submit.ts'

export async function add(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addTimelineEntry, form, with: { number }, onDone: toEditor })
}

export async function addAll(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addTimelineEntries, form, with: { number }, onDone: toEditor })
}

export async function change(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: editTimelineEntry, form, with: { number, id }, onDone: toEditor })
}

export async function remove(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: removeTimelineEntry, form, with: { number, id }, onDone: toEditor })
}

export async function putBack(number: number, event: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: restoreTimelineEntry, form, with: { number, event }, onDone: toEditor })
}

const toEditor = ({ number }: { number: number }) => `/incidents/${number}/timeline`
