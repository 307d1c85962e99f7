'use server'

import type { ReactNode } from 'react'
import { CompletenessPanel } from '#components/postmortems/completeness-panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { PublicNumber } from '#lib/ids.ts'
import { getMissing } from '#lib/postmortems/picture.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { show } from '#lib/web/show.ts'

/** What is missing now, for whoever has the text open. Elements come back, so the rules are not sent along. */
export async function look(number: number): Promise<ReactNode> {
  const asked = PublicNumber.safeParse(number)
  const context = await currentContext()
  if (!asked.success || limitedFor(context.actor)) return null
  const missing = await show(context, (work) => getMissing(work, asked.data))
  return <CompletenessPanel missing={missing} number={asked.data} />
}
