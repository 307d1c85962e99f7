'use server'

import { setMail } from '#lib/digests/set-mail.ts'
import type { FormState } from '#lib/form-state.ts'
import type { WatchedOut } from '#lib/watching/schema.ts'
import { unwatch } from '#lib/watching/unwatch.ts'
import { submit } from '#lib/web/submit.ts'

export async function saveMail(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: setMail, form })
}

export async function stopWatching(
  kind: WatchedOut['kind'],
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit({ command: unwatch, form, with: { kind, number }, onDone: () => '/settings/mail' })
}
