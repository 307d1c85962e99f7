'use server'

import type { FormState } from '#lib/form-state.ts'
import { agreeEffect } from '#lib/programs/agree-effect.ts'
import { answerHandover } from '#lib/programs/answer-handover.ts'
import { assignItem } from '#lib/programs/assign-item.ts'
import { judgeEffect } from '#lib/programs/judge-effect.ts'
import { linkRecord } from '#lib/programs/link.ts'
import { logDecision } from '#lib/programs/log-decision.ts'
import { stateHealth } from '#lib/programs/state-health.ts'
import { writeReport } from '#lib/programs/write-report.ts'
import { writeUpdate } from '#lib/programs/write-update.ts'
import { submit } from '#lib/web/submit.ts'

const toProgram = ({ program }: { program: number }) => `/programs/${program}`

export async function state(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: stateHealth, form, with: { number }, onDone: toProgram })
}

export async function decide(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: logDecision, form, with: { number }, onDone: toProgram })
}

export async function link(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: linkRecord, form, with: { number }, onDone: toProgram })
}

export async function judge(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: judgeEffect, form, with: { number }, onDone: toProgram })
}

export async function agree(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: agreeEffect, form, with: { number, id }, onDone: toProgram })
}

export async function answer(program: number, number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: answerHandover, form, with: { number }, onDone: () => `/programs/${program}` })
}

/** The form names the item, which in the command's own words is the number. */
export async function assign(program: number, _: FormState, form: FormData): Promise<FormState> {
  const number = form instanceof FormData ? String(form.get('item') ?? '').replace(/^AI-/i, '') : ''
  if (form instanceof FormData) form.delete('item')
  return submit({ command: assignItem, form, with: { number, program }, onDone: () => `/programs/${program}` })
}

export async function tell(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: writeUpdate,
    form,
    with: { number },
    onDone: ({ program }) => `/programs/${program}/updates`,
  })
}

export async function report(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: writeReport,
    form,
    with: { number },
    onDone: ({ program, id }) => `/programs/${program}/reports/${id}`,
  })
}
