import type { Work } from '#lib/context.ts'
import { Prisma } from '#prisma/client/client.ts'
import { alike, tellingWords } from './alike.ts'
import { inTitle } from './filter.ts'
import { actionItemsById } from './queries.ts'
import type { ActionItemOut } from './schema.ts'

/** As many as are read before somebody types on. */
const SHOWN_MAX = 5
/** Titles compared letter by letter: more share a word only where the word tells nothing. */
const COMPARED_MAX = 2_000
/** Below this, titles that say the same and titles that do not were met equally often. */
const ALIKE = 0.3
/** From here on somebody is asked before a second one is made. */
const VERY_ALIKE = 0.45

export type SimilarItem = Pick<ActionItemOut, 'number' | 'title' | 'team' | 'owner' | 'incidents'> & {
  isVeryAlike: boolean
}

/** Open items that may be the one somebody is about to add: with a similar title, or removing the same mechanism. */
export async function similarItems(
  work: Work,
  { title, mechanism }: { title: string; mechanism: string | null },
): Promise<SimilarItem[]> {
  const words = tellingWords(title)
  if (words.length === 0 && !mechanism) return []
  const rows = await work.db.$queryRaw<{ id: string; title: string; mechanism: string | null }[]>`
    select a."id", a."title", a."mechanism" from "ActionItem" a
    where not a."closed" and (${Prisma.join(
      [...words.map(inTitle), ...(mechanism ? [Prisma.sql`a."mechanism" = ${mechanism}`] : [])],
      ' or ',
    )})
    order by a."dueOn", a."id" limit ${COMPARED_MAX}`
  const scored = rows
    .map((row) => ({
      id: row.id,
      like: alike(title, row.title),
      same: mechanism !== null && row.mechanism === mechanism,
    }))
    .filter(({ like, same }) => like >= ALIKE || same)
    .sort((a, b) => b.like - a.like)
    .slice(0, SHOWN_MAX)
  const items = await actionItemsById(
    work,
    scored.map(({ id }) => id),
  )
  return items.map(({ number, title, team, owner, incidents }, index) => ({
    number,
    title,
    team,
    owner,
    incidents,
    isVeryAlike: (scored[index]?.like ?? 0) >= VERY_ALIKE,
  }))
}

/** Others that read so alike that they may be one: of a mechanism there are many fixes, so it alone says nothing here. */
export const possibleDuplicates = async (work: Work, { number, title }: Pick<ActionItemOut, 'number' | 'title'>) =>
  (await similarItems(work, { title, mechanism: null })).filter((item) => item.isVeryAlike && item.number !== number)
