import type { Work } from '#lib/context.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import { Prisma } from '#prisma/client/client.ts'
import type { ItemFilter } from './schema.ts'
import { progresses } from './vocabulary.ts'

/**
 * The filters of a list as conditions over "ActionItem" a, joined with `today`: one row a team, with the day it is there
 * now. The list, its counts and its groups are made of the same conditions, so that they cannot tell different stories.
 */
export const state = Prisma.sql`(case when a."commitment" = 'accepted' then a."progress"::text else a."commitment"::text end)`

export const late = Prisma.sql`(case when a."closed" then null when a."dueOn" < t."today" then 'overdue' when a."dueOn" <= t."today" + 7 then 'week' else 'later' end)`

/** What a person ticks, each with what it is compared with. Counts are told for every one of them. */
export const facets = {
  status: Prisma.sql`(case when a."closed" then 'closed' when a."dueOn" < t."today" then 'overdue' else 'open' end)`,
  state,
  late,
  priority: Prisma.sql`a."priority"::text`,
  team: Prisma.sql`t."slug"`,
  owner: Prisma.sql`coalesce(a."ownerId"::text, 'none')`,
  purpose: Prisma.sql`a."purpose"::text`,
  strength: Prisma.sql`a."strength"::text`,
  removes: Prisma.sql`a."mechanism"`,
  /** By its id; told by its number. */
  program: Prisma.sql`a."programId"::text`,
}
export type Facet = keyof typeof facets
export const facetNames = Object.keys(facets) as Facet[]

/** Null where nothing was chosen and nothing left out. */
export function facetCondition(facet: Facet, filter: ItemFilter): Prisma.Sql | null {
  const conditions = [chosenCondition(facet, filter), excludedCondition(facet, filter)].flatMap((each) => each ?? [])
  return conditions.length > 0 ? Prisma.join(conditions, ' and ') : null
}

function chosenCondition(facet: Facet, filter: ItemFilter): Prisma.Sql | null {
  if (facet === 'status') return statusConditions[filter.status]
  if (facet === 'program') return filter.program?.length ? inPrograms(filter.program) : null
  const chosen: readonly string[] = filter[facet] ?? []
  return chosen.length > 0 ? among(facet, chosen) : null
}

/**
 * Compared with the column itself, an index serves and the planner knows about how many there are. Of an expression it
 * expects next to none, and then asks the policy of each item on its own where it could ask once for all.
 */
function among(facet: Facet, chosen: readonly string[]): Prisma.Sql {
  if (facet === 'state') return inStates(chosen)
  if (facet === 'priority') return Prisma.sql`a."priority" = any(${chosen}::"Priority"[])`
  if (facet === 'purpose') return Prisma.sql`a."purpose" = any(${chosen}::"Purpose"[])`
  if (facet === 'strength') return Prisma.sql`a."strength" = any(${chosen}::"Strength"[])`
  if (facet === 'owner' && !chosen.includes('none')) return Prisma.sql`a."ownerId" = any(${chosen}::uuid[])`
  return Prisma.sql`${facets[facet]} = any(${chosen}::text[])`
}

function inStates(chosen: readonly string[]): Prisma.Sql {
  const [reached, decided] = [chosen.filter(isProgress), chosen.filter((each) => !isProgress(each))]
  return Prisma.sql`(a."commitment" = any(${decided}::"CommitmentKind"[])
    or a."commitment" = 'accepted' and a."progress" = any(${reached}::"ProgressKind"[]))`
}

const isProgress = (name: string) => name in progresses

/** What has no value is not left out: nobody’s program is not that program. */
function excludedCondition(facet: Facet, { not = [] }: ItemFilter): Prisma.Sql | null {
  const values = not.flatMap((each) => (each.startsWith(`${facet}:`) ? [each.slice(facet.length + 1)] : []))
  if (values.length === 0) return null
  const named =
    facet === 'program' ? inPrograms(values.map(Number)) : Prisma.sql`${facets[facet]} = any(${values}::text[])`
  return Prisma.sql`not coalesce(${named}, false)`
}

/** A number somebody mistyped is no program. */
const inPrograms = (numbers: readonly number[]) =>
  Prisma.sql`a."programId" in (select g."id" from "Program" g where g."number" = any(${numbers.filter(Number.isSafeInteger)}::int[]))`

const statusConditions = {
  open: Prisma.sql`not a."closed"`,
  // A difference, or the planner reads the index of what is open once for each team.
  overdue: Prisma.sql`(not a."closed" and a."dueOn" - t."today" < 0)`,
  closed: Prisma.sql`a."closed"`,
  all: null,
}

/** What narrows the list without being counted. */
function otherConditions(filter: ItemFilter): Prisma.Sql[] {
  const { q, commitment, progress, postmortem, incident, mechanism, dueFrom, dueUntil } = filter
  return [
    q && inTitle(q),
    commitment && Prisma.sql`a."commitment" = ${commitment}::"CommitmentKind"`,
    progress && Prisma.sql`a."progress" = ${progress}::"ProgressKind"`,
    postmortem && Prisma.sql`a."postmortemId" = (select p."id" from "Postmortem" p where p."number" = ${postmortem})`,
    incident &&
      Prisma.sql`a."id" in (select l."actionItemId" from "ItemIncident" l join "Incident" i on i."id" = l."incidentId" where i."number" = ${incident})`,
    mechanism &&
      Prisma.sql`(a."mechanism" = ${mechanism} or a."postmortemId" in (
        select p."id" from "Postmortem" p join "Incident" i on i."id" = p."incidentId" where ${mechanism} = any(i."mechanisms")))`,
    dueFrom && Prisma.sql`a."dueOn" >= ${dateFromLocal(dueFrom)}::date`,
    dueUntil && Prisma.sql`a."dueOn" <= ${dateFromLocal(dueUntil)}::date`,
  ].filter((condition) => typeof condition === 'object')
}

/** Of a pattern the planner expects the fewer titles the longer it is; of this it expects a third. */
export const inTitle = (text: string) => Prisma.sql`strpos(a."lowerTitle", lower(${text})) > 0`

export const allConditions = (filter: ItemFilter): Prisma.Sql[] => conditionsBut(null, filter)

/** Without the choice of one facet. */
export const conditionsBut = (left: Facet | null, filter: ItemFilter): Prisma.Sql[] => [
  ...otherConditions(filter),
  ...facetNames.flatMap((facet) => (facet === left ? [] : (facetCondition(facet, filter) ?? []))),
]

export const where = (conditions: Prisma.Sql[]) =>
  conditions.length > 0 ? Prisma.sql`where ${Prisma.join(conditions, ' and ')}` : Prisma.empty

/** A date is over when the owning team's own calendar says so: the same instant may be two days in two zones. */
export async function todayByTeam({ db, now }: Pick<Work, 'db' | 'now'>): Promise<Prisma.Sql> {
  const teams = await db.team.findMany({ select: { zone: true } })
  const days = Object.fromEntries(teams.map(({ zone }) => [zone, localDate(now, zone)]))
  // From the table, because the planner takes any array for ten rows; the offset keeps the date from being read per item.
  return Prisma.sql`(select "id" as "teamId", "slug", "name", (${JSON.stringify(days)}::jsonb ->> "zone")::date as "today"
    from "Team" offset 0) as t`
}

/** The first and last day of a month like 2026-11. */
export const monthOf = (month: string) => {
  const first = `${month}-01`
  return { first, last: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) }
}
