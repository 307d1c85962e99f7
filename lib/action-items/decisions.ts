import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { Slug } from '#lib/ids.ts'
import { decodeCursor, type Page, PageInput, pageOf } from '#lib/page.ts'
import { optionalLine } from '#lib/text.ts'
import { presentActionItem, whole } from './present.ts'
import type { ActionItemOut } from './schema.ts'

export const ListDecisionsInput = PageInput.extend({
  kind: z.enum(['risk_accepted', 'declined'], 'Choose accepted risks or declined items.').default('risk_accepted'),
  team: Slug.optional(),
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
})

/** Decisions not to do something. Risks come in the order in which they end, so that what has ended stands first. */
export async function listDecisions(
  work: Work,
  { kind, team, q, cursor, limit }: z.output<typeof ListDecisionsInput>,
): Promise<Page<ActionItemOut>> {
  const after = decodeCursor(cursor, z.iso.date(), z.guid())
  const on = after && new Date(after[0])
  const rows = await work.db.actionItem.findMany({
    where: {
      commitment: kind,
      ...(q && { title: { contains: q, mode: 'insensitive' as const } }),
      ...(team && { team: { slug: team } }),
      ...(after && on && later(kind, on, after[1])),
    },
    include: whole,
    orderBy: kind === 'risk_accepted' ? [{ riskUntil: 'asc' }, { id: 'asc' }] : { id: 'desc' },
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ riskUntil, createdAt, id }) => [
    (riskUntil ?? createdAt).toISOString().slice(0, 10),
    id,
  ])
  return { items: items.map((row) => presentActionItem(row, work.now)), nextCursor }
}

const later = (kind: 'risk_accepted' | 'declined', on: Date, id: string) =>
  kind === 'declined' ? { id: { lt: id } } : { OR: [{ riskUntil: { gt: on } }, { riskUntil: on, id: { gt: id } }] }
