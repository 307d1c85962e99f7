'use server'

import type { FormState } from '#lib/form-state.ts'
import { addRiskTest } from '#lib/risks/add-test.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { treatRisk } from '#lib/risks/treat.ts'
import { updateRisk } from '#lib/risks/update.ts'
import { submit } from '#lib/web/submit.ts'

export async function record(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: recordRisk, form, onDone: toRisk })
}

export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateRisk, form, with: { number }, onDone: toRisk })
}

export async function treat(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: treatRisk, form, with: { number }, onDone: toRisk })
}

export async function addTest(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addRiskTest, form, with: { number }, onDone: toRisk })
}

const toRisk = ({ number }: { number: number }) => `/risks/${number}`
