import { progresses } from '#lib/action-items/vocabulary.ts'
import { Prisma } from '#prisma/client/client.ts'

export type Slice = { team?: string | undefined; program?: number | undefined }
export type Window = { from: Date; to: Date }
/** Of a window that ends now, nothing was moved after its end. */
export type Asked = Slice & Window & { over: boolean }

const STALE_DAYS = 14

/** What `itemFacts` looks things up in: the days a window has in each team's own calendar, and dates that moved after it. */
export const lookups = ({ from, to }: Window): Prisma.Sql => Prisma.sql`
    places as (
      select "id", "slug", "zone", (${from} at time zone "zone")::date as "firstDay", (${to} at time zone "zone")::date as "today" from "Team" offset 0
    ), moved as (
      select distinct on ("subjectId") "subjectId" as "id", ("data"->'dueOn'->>'from')::date as "dueOn" from "Event"
      where "at" > ${to} and "subjectKind" = 'action_item' and "data"->'dueOn'->>'from' is not null order by "subjectId", "at", "id"
    )`

/**
 * One line for each promise this actor sees, with what was true of it at `to`. An item keeps what was said of it, newest
 * first, so at any moment it stood as the first word says that is not younger: `place` is where that word stands.
 */
export function itemFacts({ team, program, from, to, over }: Asked, only = Prisma.sql`true`): Prisma.Sql {
  // The offsets keep what many figures ask for from being worked out for each of them.
  return Prisma.sql`(
    select i.*, i."saidAt"[i."place"] as "since", ${stateOf(Prisma.sql`i."said"[i."place"]`)} as "state",
      case when i."place" = 1 then i."progress" = 'in_progress' else ${lastStep} = 'in_progress' end
        and i."saidAt"[i."place"] <= ${daysBefore(to, STALE_DAYS)} as "silent"
    from (
      select a."id", a."said", a."saidAt", a."progress", a."acceptedAt", a."acceptedAt" >= ${from} as "within", a."saidAt"[1] >= ${from} as "touched",
        a."priority" in ('p0', 'p1') as "weighty", coalesce(a."strength" = 'strong', false) as "strong", a."shownAt" <= ${to} as "shown",
        a."originalDueOn" as "firstDue", ${over ? Prisma.sql`coalesce(moved."dueOn", a."dueOn")` : Prisma.sql`a."dueOn"`} as "dueOn", t."zone", t."firstDay", t."today",
        case when a."saidAt"[1] <= ${to} then 1 else (select 1 + count(*)::int from unnest(a."saidAt") later where later > ${to}) end as "place"
      from "ActionItem" a join places t on t."id" = a."teamId" ${over ? Prisma.sql`left join moved on moved."id" = a."id"` : Prisma.empty}
      where a."acceptedAt" <= ${to} and ${only} ${team ? Prisma.sql`and t."slug" = ${team}` : Prisma.empty}
        ${program ? Prisma.sql`and a."programId" = (select g."id" from "Program" g where g."number" = ${program})` : Prisma.empty}
      offset 0
    ) i offset 0)`
}

/** Nothing is done before it is accepted, and nothing is decided about what has ended: the newest word counts. */
export const stateOf = (word: Prisma.Sql) =>
  Prisma.sql`(case ${word} when 'verified' then 'done' when 'dropped' then 'given_up' when 'risk_accepted' then 'given_up'
    when 'declined' then 'given_up' when 'duplicate' then 'merged' else 'open' end)`

export const isStep = (word: Prisma.Sql) => Prisma.sql`${word} = any(${Object.keys(progresses)}::text[])`

const lastStep = Prisma.sql`(select step from unnest(i."said"[i."place":]) with ordinality as words(step, n)
  where ${isStep(Prisma.sql`step`)} order by n limit 1)`

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)
