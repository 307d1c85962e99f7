import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { ListViewsInput, ViewOut } from './schema.ts'

const whole = {
  team: { select: { slug: true, name: true } },
  createdBy: { select: { id: true, name: true } },
  defaultFor: true,
} as const satisfies Prisma.SavedViewInclude

type Row = Prisma.SavedViewGetPayload<{ include: typeof whole }>

/** Those this actor may use, by name. */
export async function listViews(
  { db }: Work,
  { list, q, cursor, limit }: z.output<typeof ListViewsInput>,
): Promise<Page<ViewOut>> {
  const after = decodeCursor(cursor, z.string().max(80), z.guid())
  const rows = await db.savedView.findMany({
    where: {
      ...(list && { list }),
      ...(q && { name: { contains: q, mode: 'insensitive' as const } }),
      ...(after && { OR: [{ name: { gt: after[0] } }, { name: after[0], id: { gt: after[1] } }] }),
    },
    include: whole,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ name, id }) => [name, id])
  return { items: items.map(present), nextCursor }
}

export async function getView({ db }: Work, id: string): Promise<ViewOut> {
  const row = await db.savedView.findUnique({ where: { id }, include: whole })
  return row ? present(row) : refuse(notFound)
}

/** Where this actor’s list begins, if it begins somewhere of its own and that is still open to them. */
export async function findDefaultView({ db, actor }: Work): Promise<ViewOut | null> {
  if (actor.kind !== 'person') return null
  const row = await db.defaultView.findUnique({
    where: { personId: actor.personId },
    include: { view: { include: whole } },
  })
  return row?.view ? present(row.view) : null
}

/** The row as the policy needs it, locked until the transaction ends. */
export async function lockView({ db }: Work, id: string) {
  await db.$queryRaw`select 1 from "SavedView" where "id" = ${id}::uuid for update`
  const row = (await db.savedView.findUnique({ where: { id } })) ?? refuse(notFound)
  return { ...row, teamId: row.teamId ?? undefined }
}

const sharings = { restricted: 'me', team: 'team', company: 'everyone' } as const

// Row-level security shows everybody the choice they made, and no one else's.
const present = ({ id, list, name, query, visibility, team, createdBy, defaultFor }: Row): ViewOut => ({
  id,
  list,
  name,
  query,
  team,
  by: createdBy,
  sharing: sharings[visibility],
  isDefault: defaultFor.length > 0,
})
