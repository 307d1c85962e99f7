'use server'

import { currentContext } from '#lib/auth/current.ts'
import { listMentionable, type Mentionable } from '#lib/comments/queries.ts'
import { PublicNumber } from '#lib/ids.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { show } from '#lib/web/show.ts'

/** Whom an @ offers in a comment about this text, asked for with the first @. */
export async function people(number: number): Promise<Mentionable[]> {
  const asked = PublicNumber.safeParse(number)
  const context = await currentContext()
  if (!asked.success || limitedFor(context.actor)) return []
  return show(context, (work) => listMentionable(work, asked.data))
}
