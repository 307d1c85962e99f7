'use server'

import type { FormState } from '#lib/form-state.ts'
import type { WatchedOut } from '#lib/watching/schema.ts'
import { unwatch } from '#lib/watching/unwatch.ts'
import { watch } from '#lib/watching/watch.ts'
import { submit } from '#lib/web/submit.ts'

/** What the button says is what it does, whatever happened in another tab meanwhile. */
export async function setWatching(
  { kind, number, watching }: { kind: WatchedOut['kind']; number: number; watching: boolean },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit({ command: watching ? watch : unwatch, form, with: { kind, number } })
}
