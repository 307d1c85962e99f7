import { Prisma } from '#prisma/client/client.ts'

export type Slice = { team?: string | undefined; program?: number | undefined }
export type Window = { from: Date; to: Date }

const STALE_DAYS = 14

/**
 * "facts": one line for each promise this actor sees, with what was true of it at `to`; and "told": what was decided and
 * done of those that something was said of since the window began. Of all others the item itself tells how they stood the
 * whole time, so what was ever said of 100,000 items need not be read.
 */
export function itemFacts({ team, program }: Slice, { from, to }: Window): Prisma.Sql {
  return Prisma.sql`
    touched as materialized (
      select "actionItemId" as "id" from "Progress" where "at" >= ${since({ from, to })}
      union select "actionItemId" from "Commitment" where "at" >= ${since({ from, to })}
    ), told as materialized (
      select p."actionItemId" as "id", p."at", 2 as "rank", p."id" as "row", p."kind" as "step", ${ofStep(Prisma.sql`p."kind"`)} as "state"
      from "Progress" p where p."actionItemId" in (select "id" from touched) and p."at" <= ${to}
      union all
      select c."actionItemId", c."at", 1, c."id", null, ${ofDecision(Prisma.sql`c."kind"`)}
      from "Commitment" c where c."actionItemId" in (select "id" from touched) and c."at" <= ${to}
    ), newest as (
      select "id", max("at") as "at", (array_agg("state" order by "at" desc, "rank" desc, "row" desc))[1] as "state",
        (array_agg("step" order by "at" desc, "row" desc) filter (where "step" is not null))[1] as "step"
      from told group by "id"
    ), moved as (
      select distinct on ("subjectId") "subjectId" as "id", ("data"->'dueOn'->>'from')::date as "dueOn" from "Event"
      where "at" > ${to} and "subjectKind" = 'action_item' and "data"->'dueOn'->>'from' is not null order by "subjectId", "at", "id"
    ), places as (
      select "id", "slug", "zone", (${from} at time zone "zone")::date as "firstDay", (${to} at time zone "zone")::date as "today" from "Team" offset 0
    ), facts as materialized (
      select a."id", newest."id" is not null as "touched", a."acceptedAt", a."acceptedAt" >= ${from} as "within",
        a."priority" in ('p0', 'p1') as "weighty", coalesce(a."strength" = 'strong', false) as "strong", a."shownAt" <= ${to} as "shown",
        a."originalDueOn" as "firstDue", coalesce(moved."dueOn", a."dueOn") as "dueOn",
        t."firstDay", t."today",
        coalesce(newest."state", case when a."commitment" = 'accepted' then ${ofStep(Prisma.sql`a."progress"`)} else ${ofDecision(Prisma.sql`a."commitment"`)} end) as "state",
        coalesce(newest."at", '-infinity') as "since", coalesce((newest."at" at time zone t."zone")::date, '-infinity') as "sinceDay",
        case when newest."id" is null then a."progress" = 'in_progress'
          else newest."step" = 'in_progress' and newest."at" <= ${daysBefore(to, STALE_DAYS)} end as "silent",
        date_part('epoch', ${to} - a."acceptedAt") / 86400 as "age"
      from "ActionItem" a join places t on t."id" = a."teamId" left join newest on newest."id" = a."id"
        left join moved on moved."id" = a."id"
      where a."acceptedAt" <= ${to} ${team ? Prisma.sql`and t."slug" = ${team}` : Prisma.empty}
        ${program ? Prisma.sql`and a."programId" = (select g."id" from "Program" g where g."number" = ${program})` : Prisma.empty}
    )`
}

/** What nobody spoke of since then was silent long enough, however young the window is. */
const since = ({ from, to }: Window) => (from < daysBefore(to, STALE_DAYS) ? from : daysBefore(to, STALE_DAYS))

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)

const ofStep = (kind: Prisma.Sql) =>
  Prisma.sql`(case ${kind} when 'verified' then 'done' when 'dropped' then 'given_up' else 'open' end)`

/** Nothing is done before it is accepted, and nothing is decided about what has ended: the newest word counts. */
const ofDecision = (kind: Prisma.Sql) =>
  Prisma.sql`(case when ${kind} = 'duplicate' then 'merged' when ${kind} in ('risk_accepted', 'declined') then 'given_up' else 'open' end)`
