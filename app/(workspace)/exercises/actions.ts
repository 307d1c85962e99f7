'use server'

import { addFinding } from '#lib/exercises/add-finding.ts'
import { callOffExercise } from '#lib/exercises/call-off.ts'
import { finishExercise } from '#lib/exercises/finish.ts'
import { importJournal } from '#lib/exercises/import-journal.ts'
import { logExercise } from '#lib/exercises/log.ts'
import { planExercise } from '#lib/exercises/plan.ts'
import { startExercise } from '#lib/exercises/start.ts'
import { updateExercise } from '#lib/exercises/update.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function plan(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: planExercise, form, onDone: toExercise })
}

export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateExercise, form, with: { number }, onDone: toExercise })
}

export async function start(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: startExercise, form, with: { number }, onDone: toExercise })
}

export async function log(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: logExercise, form, with: { number }, onDone: toExercise })
}

export async function finish(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: finishExercise, form, with: { number }, onDone: toExercise })
}

export async function callOff(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: callOffExercise, form, with: { number }, onDone: toExercise })
}

export async function find(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addFinding, form, with: { number }, onDone: toExercise })
}

export async function takeJournal(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: importJournal, form, with: { number }, onDone: toExercise })
}

const toExercise = ({ number }: { number: number }) => `/exercises/${number}`
