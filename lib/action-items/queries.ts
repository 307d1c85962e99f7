import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { Prisma } from '#prisma/client/client.ts'
import { allConditions, todayByTeam, where } from './filter.ts'
import { groupKeys } from './groups.ts'
import { presentActionItem, whole } from './present.ts'
import type { ActionItemOut, ItemFilter } from './schema.ts'
import type { Grouping } from './vocabulary.ts'

export type GroupedItem = ActionItemOut & { group: string }

/** What is due first stands first. */
export async function listActionItems(work: Work, input: ItemFilter): Promise<Page<ActionItemOut>> {
  const { items, nextCursor } = await listGroupedItems(work, input)
  return { items: items.map(({ group: _, ...item }) => item), nextCursor }
}

/** The same, one group after the other. Each item says which group it stands in. */
export async function listGroupedItems(work: Work, input: ItemFilter, by?: Grouping): Promise<Page<GroupedItem>> {
  const after = decodeCursor(input.cursor, z.string().max(300), z.iso.date(), z.guid())
  const key = by ? groupKeys[by] : Prisma.sql`''`
  const conditions = [
    ...allConditions(input),
    ...(after ? [Prisma.sql`(${key}, a."dueOn", a."id") > (${after[0]}, ${after[1]}::date, ${after[2]}::uuid)`] : []),
  ]
  const rows = await work.db.$queryRaw<{ id: string; group: string; dueOn: Date }[]>`
    select a."id", ${key} as "group", a."dueOn"
    from "ActionItem" a join ${await todayByTeam(work)} on t."teamId" = a."teamId" ${where(conditions)}
    order by ${by ? Prisma.sql`2, ` : Prisma.empty}${byDate(input)}, a."id" limit ${input.limit + 1}`
  const { items, nextCursor } = pageOf(rows, input.limit, ({ group, dueOn, id }) => [
    group,
    dueOn.toISOString().slice(0, 10),
    id,
  ])
  const read = await actionItemsById(
    work,
    items.map(({ id }) => id),
  )
  return { items: read.map((item, index) => ({ ...item, group: items[index]?.group ?? '' })), nextCursor }
}

/**
 * What is open is read in order until the page is full. Among all that there ever were a word may be rare, and to read an
 * index of dates to its end takes longer than to read the items as they lie: of a sum the index knows nothing.
 */
const byDate = ({ q, status }: ItemFilter) =>
  q && (status === 'all' || status === 'closed') ? Prisma.sql`a."dueOn" + 0` : Prisma.sql`a."dueOn"`

/** In the order of the ids. They were found in this transaction, so each is there. */
export async function actionItemsById(work: Work, ids: readonly string[]): Promise<ActionItemOut[]> {
  const rows = await work.db.actionItem.findMany({ where: { id: { in: [...ids] } }, include: whole })
  const byId = new Map(rows.map((row) => [row.id, presentActionItem(row, work.now)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function getActionItem(work: Work, number: number): Promise<ActionItemOut> {
  const row = await work.db.actionItem.findUnique({ where: { number }, include: whole })
  return row ? presentActionItem(row, work.now) : refuse(notFound)
}

export async function actionItemById(work: Work, id: string): Promise<ActionItemOut> {
  return presentActionItem(await work.db.actionItem.findUniqueOrThrow({ where: { id }, include: whole }), work.now)
}

/** The row as policy and transitions need it, locked until the transaction ends. */
export async function lockActionItem({ db }: Work, number: number) {
  await db.$queryRaw`select 1 from "ActionItem" where "number" = ${number} for update`
  return (await db.actionItem.findUnique({ where: { number } })) ?? refuse(notFound)
}

/** Another item somebody names in a form; what they cannot see is not there. */
export async function idOfItem({ db }: Work, number: number, field: string): Promise<string> {
  const row = await db.actionItem.findUnique({ where: { number }, select: { id: true } })
  return row?.id ?? refuse(invalid(field, 'Choose an item that you can see.'))
}
