import { getMessages } from 'next-intl/server'
import type { HintsGiven } from '#components/blameless/given.ts'
import type { Work } from '#lib/context.ts'
import { hintsGiven } from '#lib/hints/queries.ts'
import { bringBack, dismiss, everyone } from './hint-actions.ts'

/** What a page hands to the hints, or null for those who are shown none. */
export async function hintsFor(work: Work, number: number): Promise<HintsGiven | null> {
  const given = await hintsGiven(work, number)
  if (!given) return null
  const { hints: text } = await getMessages()
  const actions = {
    dismiss: dismiss.bind(null, number),
    bringBack: bringBack.bind(null, number),
    dismissForEveryone: everyone,
  }
  return { ...given, text, actions }
}
