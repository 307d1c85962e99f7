'use server'

import type { FormState } from '#lib/form-state.ts'
import { createTemplate } from '#lib/templates/create.ts'
import { deactivateTemplate } from '#lib/templates/deactivate.ts'
import { reactivateTemplate } from '#lib/templates/reactivate.ts'
import { returnToShipped } from '#lib/templates/return-to-shipped.ts'
import { saveTemplate } from '#lib/templates/save.ts'
import { submit } from '#lib/web/submit.ts'

const toTemplate = ({ key }: { key: string }) => `/settings/templates/${key}`

export async function create(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: createTemplate, form, onDone: ({ key }) => `/settings/templates/${key}/edit` })
}

export async function save(key: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: saveTemplate, form, with: { key }, onDone: toTemplate })
}

export async function takeShipped(key: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: returnToShipped, form, with: { key }, onDone: toTemplate })
}

export async function deactivate(key: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: deactivateTemplate, form, with: { key }, onDone: toTemplate })
}

export async function reactivate(key: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: reactivateTemplate, form, with: { key }, onDone: toTemplate })
}
