import type { Work } from '#lib/context.ts'
import { localFromDate } from '#lib/time.ts'
import { allConditions, monthOf, state, todayByTeam, where } from './filter.ts'
import { actionItemsById } from './queries.ts'
import type { ActionItemOut, ItemFilter } from './schema.ts'
import type { ItemStateName } from './vocabulary.ts'

/** A column is looked at, not read to its end: behind it is the list of that state. */
const COLUMN_MAX = 20
/** What fits a day of a month on a screen and on paper. */
const DAY_MAX = 5

export type BoardColumn = { state: ItemStateName; count: number; items: ActionItemOut[] }
export type CalendarDay = { date: string; count: number; items: ActionItemOut[] }

type Row<Key> = { id: string; key: Key; count: number }

/** By state, what is due first on top. States without items are left out. */
export async function listColumns(work: Work, filter: ItemFilter): Promise<BoardColumn[]> {
  const rows = await work.db.$queryRaw<Row<ItemStateName>[]>`
    select "id", "key", "count" from (
      select a."id", ${state} as "key", a."dueOn", count(*) over (partition by ${state})::int as "count",
        row_number() over (partition by ${state} order by a."dueOn", a."id") as "place"
      from "ActionItem" a join ${await todayByTeam(work)} on t."teamId" = a."teamId" ${where(allConditions(filter))}
    ) found where "place" <= ${COLUMN_MAX} order by "dueOn", "id"`
  return (await grouped(work, rows)).map(({ key, ...group }) => ({ state: key, ...group }))
}

/** The days of a month on which something is due, in order. */
export async function listDays(work: Work, filter: ItemFilter, month: string): Promise<CalendarDay[]> {
  const { first, last } = monthOf(month)
  const within = {
    ...filter,
    dueFrom: filter.dueFrom && filter.dueFrom > first ? filter.dueFrom : first,
    dueUntil: filter.dueUntil && filter.dueUntil < last ? filter.dueUntil : last,
  }
  const rows = await work.db.$queryRaw<Row<Date>[]>`
    select "id", "key", "count" from (
      select a."id", a."dueOn" as "key", a."priority", count(*) over (partition by a."dueOn")::int as "count",
        row_number() over (partition by a."dueOn" order by a."priority", a."id") as "place"
      from "ActionItem" a join ${await todayByTeam(work)} on t."teamId" = a."teamId" ${where(allConditions(within))}
    ) found where "place" <= ${DAY_MAX} order by "key", "priority", "id"`
  const days = await grouped(
    work,
    rows.map((row) => ({ ...row, key: localFromDate(row.key) })),
  )
  return days.map(({ key, ...group }) => ({ date: key, ...group }))
}

async function grouped<Key extends string>(work: Work, rows: readonly Row<Key>[]) {
  const items = await actionItemsById(
    work,
    rows.map(({ id }) => id),
  )
  const groups = new Map<Key, { key: Key; count: number; items: ActionItemOut[] }>()
  for (const [index, { key, count }] of rows.entries()) {
    const group = groups.get(key) ?? { key, count, items: [] }
    groups.set(key, group)
    const item = items[index]
    if (item) group.items.push(item)
  }
  return [...groups.values()]
}
