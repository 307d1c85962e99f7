'use server'

import type { FormState } from '#lib/form-state.ts'
import { addKpi } from '#lib/programs/add-kpi.ts'
import { addMilestone } from '#lib/programs/add-milestone.ts'
import { addRisk } from '#lib/programs/add-risk.ts'
import { advanceMilestone } from '#lib/programs/advance-milestone.ts'
import { assessRisk } from '#lib/programs/assess-risk.ts'
import { changeMilestone } from '#lib/programs/change-milestone.ts'
import { measureKpi } from '#lib/programs/measure-kpi.ts'
import { moveProgram } from '#lib/programs/move.ts'
import { planKpi } from '#lib/programs/plan-kpi.ts'
import { proposeProgram } from '#lib/programs/propose.ts'
import { updateProgram } from '#lib/programs/update.ts'
import { unwatchMechanism, watchMechanism } from '#lib/programs/watch.ts'
import { submit } from '#lib/web/submit.ts'

const toProgram = ({ number }: { number: number }) => `/programs/${number}`
const toPlan = ({ program }: { program: number }) => `/programs/${program}/plan`

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: proposeProgram, form, onDone: toProgram })
}

export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateProgram, form, with: { number }, onDone: toProgram })
}

export async function move(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: moveProgram, form, with: { number }, onDone: toProgram })
}

export async function newMilestone(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addMilestone, form, with: { number }, onDone: toPlan })
}

export async function planMilestone(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: changeMilestone, form, with: { number, id }, onDone: toPlan })
}

export async function doMilestone(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: advanceMilestone, form, with: { number, id }, onDone: toPlan })
}

export async function newKpi(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addKpi, form, with: { number }, onDone: toPlan })
}

export async function replanKpi(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: planKpi, form, with: { number, id }, onDone: toPlan })
}

export async function measure(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: measureKpi, form, with: { number, id }, onDone: toPlan })
}

export async function newRisk(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addRisk, form, with: { number }, onDone: toPlan })
}

export async function reassess(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: assessRisk, form, with: { number, id }, onDone: toPlan })
}

export async function watch(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: watchMechanism, form, with: { number }, onDone: toPlan })
}

export async function unwatch(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: unwatchMechanism, form, with: { number, id }, onDone: toPlan })
}
