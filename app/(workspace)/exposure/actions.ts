'use server'

import { answerExposure } from '#lib/exposure/answer.ts'
import { closeSweep, reopenSweep } from '#lib/exposure/close-sweep.ts'
import { openSweep } from '#lib/exposure/open-sweep.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function open(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: openSweep, form, onDone: toSweep })
}

export async function answer(number: number, service: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: answerExposure,
    form,
    with: { number, service },
    onDone: () => `/exposure/${number}#${service}`,
  })
}

export async function close(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: closeSweep, form, with: { number }, onDone: toSweep })
}

export async function reopen(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: reopenSweep, form, with: { number }, onDone: toSweep })
}

const toSweep = ({ number }: { number: number }) => `/exposure/${number}`
