import type { Work } from '#lib/context.ts'
import { Prisma } from '#prisma/client/client.ts'
import {
  allConditions,
  conditionsBut,
  type Facet,
  facetCondition,
  facetNames,
  facets,
  todayByTeam,
  where,
} from './filter.ts'
import type { ItemFilter } from './schema.ts'

export type FacetCount = { value: string; count: number }
export type FacetCounts = Record<Exclude<Facet, 'status'>, FacetCount[]> & { status: StatusCounts }
export type StatusCounts = Record<ItemFilter['status'], number>

type Row = { facet: Facet; value: string; count: number }

/**
 * What each facet is grouped by, beginning with what no other above it is grouped by. Columns and yes-or-no, of which the
 * planner knows how few there are, so that all facets are counted in one pass and nothing is sorted.
 */
const groupedBy: Record<Facet, readonly string[]> = {
  late: ['a."dueOn" <= t."today" + 7', 'a."dueOn" < t."today"', 'a."closed"'],
  status: ['a."closed"', 'a."dueOn" < t."today"'],
  state: ['a."commitment"', 'a."progress"'],
  priority: ['a."priority"'],
  team: ['t."slug"'],
  owner: ['a."ownerId"'],
  purpose: ['a."purpose"'],
  strength: ['a."strength"'],
  removes: ['a."mechanism"'],
  program: ['a."programId"'],
}

/**
 * How many there would be with each value, under all other filters: of a facet that is chosen, its own choice does not
 * count. What is not chosen is counted from the one list; each choice is counted from the list without it.
 */
export async function countFacets(work: Work, filter: ItemFilter): Promise<FacetCounts> {
  const chosen = facetNames.filter((facet) => facetCondition(facet, filter) !== null)
  const idle = facetNames.filter((facet) => !chosen.includes(facet))
  const from = Prisma.sql`from "ActionItem" a join ${await todayByTeam(work)} on t."teamId" = a."teamId"`
  const passes = [
    ...(idle.length > 0 ? [counted(idle, Prisma.sql`${from} ${where(allConditions(filter))}`)] : []),
    ...chosen.map((facet) => counted([facet], Prisma.sql`${from} ${where(conditionsBut(facet, filter))}`)),
  ]
  const rows = await work.db.$queryRaw<Row[]>`
    select "facet", "value", sum("count")::int as "count" from (${Prisma.join(passes, ' union all ')}) counted
    where "value" is not null group by 1, 2`
  const of = (facet: Facet): FacetCount[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const { status: _, ...others } = Object.fromEntries(facetNames.map((facet) => [facet, of(facet)])) as Record<
    Facet,
    FacetCount[]
  >
  return { ...others, program: await byNumber(work, others.program), status: statusesOf(of('status')) }
}

/** A program somebody may not see is not told by its id either. */
async function byNumber({ db }: Work, counts: FacetCount[]): Promise<FacetCount[]> {
  const rows = await db.program.findMany({
    where: { id: { in: counts.map(({ value }) => value) } },
    select: { id: true, number: true },
  })
  const numbers = new Map(rows.map(({ id, number }) => [id, String(number)]))
  return counts.flatMap(({ value, count }) => {
    const number = numbers.get(value)
    return number ? [{ value: number, count }] : []
  })
}

function counted(among: readonly Facet[], from: Prisma.Sql): Prisma.Sql {
  const names = (Object.keys(groupedBy) as Facet[]).filter((facet) => among.includes(facet))
  const sets = names.map((facet) => Prisma.raw(`(${groupedBy[facet].join(', ')})`))
  const each = (told: (facet: Facet) => Prisma.Sql) =>
    Prisma.sql`case ${Prisma.join(
      names.map((facet) => Prisma.sql`when grouping(${Prisma.raw(groupedBy[facet][0] ?? '')}) = 0 then ${told(facet)}`),
      ' ',
    )} end`
  return Prisma.sql`select ${each((facet) => Prisma.sql`${facet}`)} as "facet", ${each((facet) => facets[facet])} as "value", count(*)::int as "count"
    ${from} group by grouping sets (${Prisma.join(sets)})`
}

function statusesOf(counts: FacetCount[]): StatusCounts {
  const of = (value: string) => counts.find((one) => one.value === value)?.count ?? 0
  const open = of('open') + of('overdue')
  return { open, overdue: of('overdue'), closed: of('closed'), all: open + of('closed') }
}
