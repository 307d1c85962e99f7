'use server'

import { getTranslations } from 'next-intl/server'
import type { FormState } from '#lib/form-state.ts'
import { markNotification } from '#lib/notifications/mark.ts'
import { markInbox } from '#lib/notifications/mark-all.ts'
import { submit } from '#lib/web/submit.ts'

export async function mark(id: string, read: boolean, _: FormState, form: FormData): Promise<FormState> {
  // The row itself says that it is read now, and moves away where only unread ones are shown.
  return submit({ command: markNotification, form, with: { id, read }, onDone: () => '/inbox' })
}

export async function markAll(until: string, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('inbox')
  return submit({ command: markInbox, form, with: { until }, done: t('marked') })
}
