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
 * How many there would be with each value, under all other filters: of a facet that is chosen, its own choice does not
 * count. What is not chosen is counted from the one list; each choice is counted from the list without it.
 */
export async function countFacets(work: Work, filter: ItemFilter): Promise<FacetCounts> {
  const chosen = facetNames.filter((facet) => facetCondition(facet, filter) !== null)
  const idle = facetNames.filter((facet) => !chosen.includes(facet))
  const from = Prisma.sql`from "ActionItem" a join ${await todayByTeam(work)} on t."teamId" = a."teamId"`
  const columns = idle.map((facet) => Prisma.sql`${facets[facet]} as ${name(facet)}`)
  const rows = await work.db.$queryRaw<Row[]>`
    with items as materialized (select ${Prisma.join(columns)} ${from} ${where(allConditions(filter))})
    ${Prisma.join(
      [
        ...idle.map(
          (
            facet,
          ) => Prisma.sql`select ${facet} as "facet", ${name(facet)} as "value", count(*)::int as "count" from items
            where ${name(facet)} is not null group by 2`,
        ),
        ...chosen.map(
          (
            facet,
          ) => Prisma.sql`select ${facet} as "facet", ${facets[facet]} as "value", count(*)::int as "count" ${from}
            ${where([Prisma.sql`${facets[facet]} is not null`, ...conditionsBut(facet, filter)])} group by 2`,
        ),
      ],
      ' union all ',
    )}`
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

const name = (facet: Facet) => Prisma.raw(`"${facet}"`)

function statusesOf(counts: FacetCount[]): StatusCounts {
  const of = (value: string) => counts.find((one) => one.value === value)?.count ?? 0
  const open = of('open') + of('overdue')
  return { open, overdue: of('overdue'), closed: of('closed'), all: open + of('closed') }
}
