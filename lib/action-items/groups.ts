import type { Work } from '#lib/context.ts'
import { Prisma } from '#prisma/client/client.ts'
import { allConditions, todayByTeam, where } from './filter.ts'
import type { ItemFilter } from './schema.ts'
import type { Grouping } from './vocabulary.ts'

/**
 * What a group is sorted by. Behind the first blank stands what it is told by, so a key is enough to name its group; what
 * belongs to none comes last.
 */
export const groupKeys: Record<Grouping, Prisma.Sql> = {
  team: Prisma.sql`t."name" || ' ' || t."slug"`,
  owner: Prisma.sql`coalesce('1' || (select o."name" from "Person" o where o."id" = a."ownerId") || ' ' || a."ownerId"::text, '2')`,
  program: Prisma.sql`coalesce((select '1' || g."name" || ' ' || g."number" from "Program" g where g."id" = a."programId"), '2')`,
  priority: Prisma.sql`a."priority"::text`,
  mechanism: Prisma.sql`coalesce('1' || a."mechanism", '2')`,
  // The oldest first.
  age: Prisma.sql`(case when t."today" - coalesce(a."acceptedAt", a."createdAt")::date <= 14 then '4'
    when t."today" - coalesce(a."acceptedAt", a."createdAt")::date <= 30 then '3'
    when t."today" - coalesce(a."acceptedAt", a."createdAt")::date <= 60 then '2'
    when t."today" - coalesce(a."acceptedAt", a."createdAt")::date <= 90 then '1' else '0' end)`,
}

/** How many stand in each group, on this page or another. */
export async function countGroups(work: Work, filter: ItemFilter, by: Grouping): Promise<Map<string, number>> {
  const rows = await work.db.$queryRaw<{ key: string; count: number }[]>`
    select ${groupKeys[by]} as "key", count(*)::int as "count"
    from "ActionItem" a join ${await todayByTeam(work)} on t."teamId" = a."teamId" ${where(allConditions(filter))} group by 1`
  return new Map(rows.map(({ key, count }) => [key, count]))
}
