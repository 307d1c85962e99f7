'use server'

import { getTranslations } from 'next-intl/server'
import { createCalendarFeed } from '#lib/calendar-feeds/create.ts'
import { revokeCalendarFeed } from '#lib/calendar-feeds/revoke.ts'
import { appOrigin, env } from '#lib/env.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

/** The answer carries the address, once; it is nowhere else. */
export async function make(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('board.calendars')
  let address = ''
  const keep = ({ token }: { token: string }) => {
    address = `${appOrigin(env())}/calendar/${token}`
    return null
  }
  const state = await submit({ command: createCalendarFeed, form, onDone: keep, shownOnce: true })
  return address ? { done: t('made', { address }) } : state
}

export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('board.calendars')
  return submit({ command: revokeCalendarFeed, form, done: t('isRevoked') })
}
