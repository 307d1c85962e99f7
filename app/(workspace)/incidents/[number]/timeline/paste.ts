'use server'

import { currentContext } from '#lib/auth/current.ts'
import { readPasted } from '#lib/timeline/queries.ts'
import { PasteInput, type PasteState } from '#lib/timeline/schema.ts'
import { numberIn, show } from '#lib/web/show.ts'

/** Shows what pasted lines would become. It changes nothing, so it is no command. */
export async function preview(number: number, _: PasteState, form: FormData): Promise<PasteState> {
  const context = await currentContext()
  const given = PasteInput.safeParse(Object.fromEntries(form instanceof FormData ? form : []))
  if (!given.success) return { pasted: '', problem: given.error.issues[0]?.message ?? '', lines: [], left: 0 }
  const wanted = await numberIn(Promise.resolve({ number: String(number) }))
  return show(context, (work) => readPasted(work, wanted, given.data))
}
