'use server'

import { abandonChecklist, finishChecklist } from '#lib/checklists/end.ts'
import { markItem } from '#lib/checklists/mark-item.ts'
import { startChecklist } from '#lib/checklists/start.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function start(guide: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: startChecklist,
    form,
    with: { guide },
    onDone: ({ number }) => `/checklists/${number}`,
  })
}

export async function mark(number: number, item: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: markItem,
    form,
    with: { number, item },
    onDone: () => `/checklists/${number}#item-${item}`,
  })
}

export async function finish(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: finishChecklist, form, with: { number }, onDone: toChecklist })
}

export async function abandon(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: abandonChecklist, form, with: { number }, onDone: toChecklist })
}

const toChecklist = ({ number }: { number: number }) => `/checklists/${number}`
