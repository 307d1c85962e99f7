'use client'

import { createContext, use, useId } from 'react'

/** What a form action answers when there is something left to do; an action that finished redirects or returns `done`. */
export type FormState = {
  /** One sentence above the form. */
  message?: string
  fields?: { field: string; message: string }[]
  /** What was typed, so that a page rendered without scripts shows it again. */
  values?: Record<string, string | string[]>
  /** A sentence for people when the action succeeded and stays on the page. */
  done?: string
}

export type FormAction = (previous: FormState, form: FormData) => FormState | Promise<FormState>

export const FormContext = createContext<{ id: string; state: FormState } | null>(null)

/** What one field needs to know: its ids, what is wrong with it, and what the person had typed. */
export function useField(name: string, given: { error?: string; hint?: unknown; defaultValue?: string }) {
  const own = useId()
  const form = use(FormContext)
  const id = fieldId(form?.id ?? own, name)
  const error = given.error ?? form?.state.fields?.find((problem) => problem.field === name)?.message
  const typed = form?.state.values?.[name]
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
