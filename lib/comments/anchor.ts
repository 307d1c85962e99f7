import type { Work } from '#lib/context.ts'
import { getSection, updatesBetween } from '#lib/documents/queries.ts'
import { invalid, refuse } from '#lib/problem.ts'
import type { Spot } from './model.ts'
import { moved } from './places.ts'
import { QUOTE_MAX } from './schema.ts'

export type Anchor = { version: number; from: number; to: number; quote: string } | { quote: '' }

type Wanted = {
  section: string
  quote: string
  version?: number | null | undefined
  from?: number | null | undefined
  to?: number | null | undefined
}

/** Where a new thread belongs in the text as it is now. An editor says where it saw the words; others quote them. */
export async function anchorOf(work: Work, postmortemId: string, wanted: Wanted): Promise<Anchor> {
  const { section: key, quote } = wanted
  const row = await work.db.section.findUnique({ where: { postmortemId_key: { postmortemId, key } } })
  if (!row) return refuse(invalid('section', 'There is no such section.'))
  const { body, version } = await getSection(work, { postmortemId, key })
  const spot = (await spotOf(work, { ...wanted, postmortemId, now: version })) ?? quoted(body, quote)
  if (!spot) return { quote: '' }
  if (spot.to - spot.from > QUOTE_MAX)
    refuse(invalid('quote', `Choose at most ${QUOTE_MAX.toLocaleString('en')} characters to comment on.`))
  return { version, ...spot, quote: body.slice(spot.from, spot.to) }
}

type Seen = Wanted & { postmortemId: string; now: number }

async function spotOf(work: Work, { version, from, to, section, postmortemId, now }: Seen): Promise<Spot | null> {
  if (version == null || from == null || to == null || from >= to) return null
  const updates = await updatesBetween(work, { postmortemId, key: section, after: version, upTo: now })
  const spot = updates && moved({ from, to }, updates)
  const changed = 'These words were changed meanwhile. Select them again.'
  return spot ?? refuse({ kind: 'conflict', message: changed })
}

function quoted(body: string, quote: string): Spot | null {
  // Whoever copies words often copies the space beside them; where that is meant, it stands there.
  const words = body.includes(quote) ? quote : quote.trim()
  if (quote.trim() === '') return null
  const from = body.indexOf(words)
  if (from < 0)
    refuse(invalid('quote', 'These words do not stand in the section. Copy them from its text as it is written.'))
  return { from, to: from + words.length }
}
