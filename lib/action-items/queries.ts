import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { presentActionItem, whole } from './present.ts'
import type { ActionItemOut, ListActionItemsInput } from './schema.ts'

type Filter = z.output<typeof ListActionItemsInput>

/** What is due first stands first. */
export async function listActionItems(work: Work, input: Filter): Promise<Page<ActionItemOut>> {
  const after = decodeCursor(input.cursor, z.iso.date(), z.guid())
  const rows = await work.db.actionItem.findMany({
    where: {
      AND: [
        await matching(work, input),
        after
          ? {
              OR: [
                { dueOn: { gt: dateFromLocal(after[0]) } },
                { dueOn: dateFromLocal(after[0]), id: { gt: after[1] } },
              ],
            }
          : {},
      ],
    },
    include: whole,
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: input.limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, input.limit, ({ dueOn, id }) => [dueOn.toISOString().slice(0, 10), id])
  return { items: items.map((row) => presentActionItem(row, work.now)), nextCursor }
}

/** How many there are of each status, under the same other filters. */
export async function countActionItems(work: Work, input: Filter): Promise<Record<Filter['status'], number>> {
  const count = async (status: Filter['status']) =>
    work.db.actionItem.count({ where: await matching(work, { ...input, status }) })
  return {
    open: await count('open'),
    overdue: await count('overdue'),
    closed: await count('closed'),
    all: await count('all'),
  }
}

async function matching(
  { db, now }: Work,
  { q, status, team, owner, priority, postmortem, mechanism, commitment, progress, purpose, strength }: Filter,
): Promise<Prisma.ActionItemWhereInput> {
  return {
    ...(q && { title: { contains: q, mode: 'insensitive' } }),
    ...(status === 'open' && { closed: false }),
    ...(status === 'closed' && { closed: true }),
    ...(status === 'overdue' && { closed: false, OR: await overdueByZone(db, now) }),
    ...(team && { team: { slug: team } }),
    ...(owner && { ownerId: owner }),
    ...(priority?.length && { priority: { in: priority } }),
    ...(commitment && { commitment }),
    ...(progress && { progress }),
    ...(purpose && { purpose }),
    ...(strength && { strength }),
    ...(postmortem && { postmortem: { number: postmortem } }),
    ...(mechanism && {
      AND: { OR: [{ mechanism }, { postmortem: { incident: { mechanisms: { has: mechanism } } } }] },
    }),
  }
}

/** A date is over when the owning team's own calendar says so: the same instant may be two days in two zones. */
async function overdueByZone(db: Work['db'], now: Date): Promise<Prisma.ActionItemWhereInput[]> {
  const zones = await db.team.findMany({ distinct: ['zone'], select: { zone: true } })
  return zones.map(({ zone }) => ({ team: { zone }, dueOn: { lte: dateFromLocal(addDays(localDate(now, zone), -1)) } }))
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
