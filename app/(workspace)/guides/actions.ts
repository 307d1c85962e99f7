'use server'

import type { FormState } from '#lib/form-state.ts'
import { answerGuide } from '#lib/guides/answer.ts'
import { closeProposal } from '#lib/guides/close-proposal.ts'
import { flagGuide } from '#lib/guides/flag.ts'
import { proposeChange } from '#lib/guides/propose-change.ts'
import { submit } from '#lib/web/submit.ts'

export async function flag(guide: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: flagGuide, form, with: { guide }, onDone: toAnswers(guide) })
}

/** To one flag, or to the day the guide is due. */
export async function answer(guide: string, flag: string | null, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: answerGuide,
    form,
    with: { guide, ...(flag && { flag }) },
    onDone: toAnswers(guide),
  })
}

export async function propose(guide: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: proposeChange,
    form,
    with: { guide },
    onDone: ({ number }) => `/guides/${guide}/proposals/${number}`,
  })
}

export async function close(guide: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: closeProposal, form, with: { guide, number }, onDone: () => null })
}

const toAnswers = (guide: string) => () => `/guides/${guide}/answers`
