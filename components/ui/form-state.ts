'use client'

import { createContext, use, useId } from 'react'
import type { FormState } from '#lib/form-state.ts'

export type FormAction = (previous: FormState, form: FormData) => FormState | Promise<FormState>

export const FormContext = createContext<{ id: string; state: FormState } | null>(null)

/** What one field needs to know: its ids, what is wrong with it, and what the person had typed. */
export function useField(name: string, given: { error?: string; hint?: unknown; defaultValue?: string }) {
  const own = useId()
  const form = use(FormContext)
  const id = fieldId(form?.id ?? own, name)
  const error = given.error ?? form?.state.fields?.find((problem) => problem.field === name)?.message
  // After a refused form an absent value is an unticked box, not an untouched one.
  const typed = form?.state.values && (form.state.values[name] ?? [])
  const describedBy = [given.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    typed,
    defaultValue: typeof typed === 'string' ? typed : given.defaultValue,
    wiring: {
      id,
      name,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

export const fieldId = (formId: string, name: string) => `${formId}${name.replaceAll(/[^a-zA-Z0-9_-]/g, '-')}`
