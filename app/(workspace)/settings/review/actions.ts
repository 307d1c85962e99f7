'use server'

import { getTranslations } from 'next-intl/server'
import type { FormState } from '#lib/form-state.ts'
import { addHoliday } from '#lib/review-rules/add-holiday.ts'
import { removeHoliday } from '#lib/review-rules/remove-holiday.ts'
import { resetReviewRule } from '#lib/review-rules/reset-rule.ts'
import { setReviewRule } from '#lib/review-rules/set-rule.ts'
import { submit } from '#lib/web/submit.ts'

export async function saveRule(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: setReviewRule, form, done: (await getTranslations('reviewRules'))('saved') })
}

export async function resetRule(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: resetReviewRule, form, done: (await getTranslations('reviewRules'))('resetDone') })
}

export async function saveHoliday(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addHoliday, form, done: (await getTranslations('reviewRules'))('added') })
}

export async function dropHoliday(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: removeHoliday, form, done: (await getTranslations('reviewRules'))('removed') })
}
