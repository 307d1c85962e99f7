'use server'

import type { FormState } from '#lib/form-state.ts'
import { breakGlass } from '#lib/grants/break-glass.ts'
import { BreakGlassInput } from '#lib/grants/schema.ts'
import { readForm } from '#lib/web/form-data.ts'
import { submit } from '#lib/web/submit.ts'

const pages = { postmortem: 'postmortems', incident: 'incidents' } as const

export async function open(_: FormState, form: FormData): Promise<FormState> {
  const asked = BreakGlassInput.safeParse(readForm(BreakGlassInput, form).raw)
  return submit({
    command: breakGlass,
    form,
    onDone: () => (asked.success ? `/${pages[asked.data.record]}/${asked.data.number}` : null),
  })
}
