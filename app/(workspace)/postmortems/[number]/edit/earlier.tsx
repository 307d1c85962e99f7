'use server'

import type { ReactNode } from 'react'
import { SuggestionsPanel } from '#components/postmortems/suggestions-panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { PublicNumber } from '#lib/ids.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { show } from '#lib/web/show.ts'
import { earlierFor } from '../earlier-for.ts'

/** What resembles the text and its facts as they stand now, for whoever has it open. */
export async function earlier(number: number): Promise<ReactNode> {
  const asked = PublicNumber.safeParse(number)
  const context = await currentContext()
  if (!asked.success || limitedFor(context.actor)) return null
  const given = await show(context, (work) => earlierFor(work, asked.data))
  return <SuggestionsPanel {...given} zone={context.actor.zone} />
}
