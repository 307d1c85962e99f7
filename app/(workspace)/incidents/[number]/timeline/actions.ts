'use server'

import type { FormState } from '#lib/form-state.ts'
import { addTimelineEntries } from '#lib/timeline/add-entries.ts'
import { addTimelineEntry } from '#lib/timeline/add-entry.ts'
import { bringInEvidence } from '#lib/timeline/bring-in.ts'
import { discardEvidence } from '#lib/timeline/discard-evidence.ts'
import { editTimelineEntry } from '#lib/timeline/edit-entry.ts'
import { markMilestone } from '#lib/timeline/mark-milestone.ts'
import { removeTimelineEntry } from '#lib/timeline/remove-entry.ts'
import { restoreTimelineEntry } from '#lib/timeline/restore-entry.ts'
import { setAsideEntry } from '#lib/timeline/set-aside.ts'
import { submit } from '#lib/web/submit.ts'

export async function add(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addTimelineEntry, form, with: { number }, onDone: toEditor })
}

export async function addAll(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addTimelineEntries, form, with: { number }, onDone: toEditor })
}

export async function change(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: editTimelineEntry, form, with: { number, id }, onDone: () => toLine(number, id) })
}

export async function mark(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: markMilestone, form, with: { number, id }, onDone: () => toLine(number, id) })
}

export async function remove(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: removeTimelineEntry, form, with: { number, id }, onDone: toEditor })
}

export async function setAside(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: setAsideEntry, form, with: { number, id }, onDone: toEditor })
}

export async function putBack(number: number, event: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: restoreTimelineEntry, form, with: { number, event }, onDone: toEditor })
}

/** `query` is the evidence as it was filtered; the person stays at the same line of it. */
export async function tell(
  number: number,
  query: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit({ command: bringInEvidence, form, with: { number, id }, onDone: () => toEvidence(number, query, id) })
}

type Gathered = { gathering: string; line?: string }

export async function discard(
  number: number,
  query: string,
  given: Gathered,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit({
    command: discardEvidence,
    form,
    with: { number, ...given },
    onDone: () => toEvidence(number, query, ''),
  })
}

const toEditor = ({ number }: { number: number }) => `/incidents/${number}/timeline`
const toLine = (number: number, id: string) => `/incidents/${number}/timeline#t-${id}`
const toEvidence = (number: number, query: string, id: string) => {
  const asked = new URLSearchParams(query)
  asked.set('pane', 'evidence')
  return `/incidents/${number}/timeline?${asked}${id ? `#evidence-${id}` : ''}`
}
