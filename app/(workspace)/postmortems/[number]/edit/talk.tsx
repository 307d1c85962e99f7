'use server'

import type { ReactNode } from 'react'
import type { Mark } from '#components/comments/given.ts'
import { TalkPanel } from '#components/comments/talk-panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listThreads } from '#lib/comments/queries.ts'
import { PublicNumber } from '#lib/ids.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { show } from '#lib/web/show.ts'
import { talkFor } from '../talk-for.ts'

/** Where the open threads stand now, for whoever has the text open. */
export async function marks(number: number): Promise<Mark[]> {
  const asked = PublicNumber.parse(number)
  const context = await currentContext()
  if (limitedFor(context.actor)) throw new Error('Too many requests; the editor asks again.')
  const { items } = await show(context, (work) => listThreads(work, { number: asked, state: 'open', limit: 100 }))
  return items.map(({ id, section, quote, place }) => ({ id, section, quote: quote.slice(0, 80), place }))
}

/** The threads beside the text, drawn anew: others write too. */
export async function talkPanel(number: number): Promise<ReactNode> {
  const asked = PublicNumber.safeParse(number)
  const context = await currentContext()
  if (!asked.success || limitedFor(context.actor)) return null
  const { talk, headings } = await show(context, async (work) => {
    const { sections } = await getWorkingText(work, asked.data)
    return {
      talk: await talkFor(work, { actor: context.actor, number: asked.data }),
      headings: Object.fromEntries(sections.map(({ key, heading }) => [key, heading])),
    }
  })
  return <TalkPanel threads={talk.threads} headings={headings} looking={talk.looking} />
}
