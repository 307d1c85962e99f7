import type { Work } from '#lib/context.ts'
import { Prisma } from '#prisma/client/client.ts'
import { isStep, itemFacts, lookups, type Slice, stateOf, type Window } from './item-facts.ts'
import { enoughOf, type Quantiles, type Share, type Stay, type Survival, shareOf, survivalOf } from './statistics.ts'

export type ItemFigures = {
  accepted: number
  open: number
  overdue: number
  overdueWeighty: number
  stale: number
  closure: { done: Share | null; givenUp: number }
  onTime: { first: Share | null; current: Share | null }
  slip: Quantiles
  age: Quantiles & { buckets: readonly { from: number; count: number }[] }
  timeToDone: Survival
  evidenced: Share | null
  reopened: Share | null
  strong: { done: Share | null; accepted: Share | null }
  /** Everything ever accepted, and what of it has ended. */
  ever: Totals
  /** By how much that changed on each day of the window, in UTC. */
  changes: (Totals & { day: string })[]
}
export type Totals = { accepted: number; ended: number }

export const ageBuckets = [0, 15, 31, 61, 91] as const
const REOPEN_DAYS = 180

/** What is counted, of what is not a duplicate: the definitions stand beside the figures. */
const counted = {
  ever: `true`,
  ended: `"state" <> 'open'`,
  accepted: `"within"`,
  acceptedDone: `"within" and "state" = 'done'`,
  acceptedGivenUp: `"within" and "state" = 'given_up'`,
  acceptedStrong: `"within" and "strong"`,
  open: `"state" = 'open'`,
  overdue: `"state" = 'open' and "today" > "dueOn"`,
  overdueWeighty: `"state" = 'open' and "today" > "dueOn" and "weighty"`,
  stale: `"state" = 'open' and "silent"`,
  // Open ones are late once the date is over; what was given up is neither.
  dueFirst: `"firstDue" >= "firstDay" and "firstDue" < "today" and "state" <> 'given_up'`,
  keptFirst: `"firstDue" >= "firstDay" and "firstDue" < "today" and "state" = 'done' and ("since" at time zone "zone")::date <= "firstDue"`,
  due: `"dueOn" >= "firstDay" and "dueOn" < "today" and "state" <> 'given_up'`,
  kept: `"dueOn" >= "firstDay" and "dueOn" < "today" and "state" = 'done' and ("since" at time zone "zone")::date <= "dueOn"`,
  done: `"state" = 'done'`,
  doneShown: `"state" = 'done' and "shown"`,
  doneStrong: `"state" = 'done' and "strong"`,
} as const

type Row = Record<keyof typeof counted, number> & {
  slip: Quantiles
  age: Quantiles & { buckets: number[] }
  stays: (Stay & { count: number })[]
  again: { done: number; cameBack: number }
  changes: ItemFigures['changes']
}

/** As of `to`; cohorts are of what was accepted, was due or was done in the window. */
export async function itemFigures({ db, now }: Work, slice: Slice, window: Window): Promise<ItemFigures> {
  const asked = { ...slice, ...window, over: window.to < now }
  // What was open then is open still or was spoken of since. All others are counted where they are read.
  const moving = Prisma.sql`(not a."closed" or a."saidAt"[1] >= ${window.from})`
  const [row] = await db.$queryRaw<[Row]>`
    with ${lookups(window)}, moving as materialized (
      select *, date_part('epoch', ${window.to} - "acceptedAt") / 86400 as "age" from ${itemFacts(asked, moving)} facts
    ), words as (
      select "id", "acceptedAt", "at", "step", "nth", ${isStep(Prisma.sql`"step"`)} as "isStep", ${stateOf(Prisma.sql`"step"`)} as "state", m."state" as "now"
      from moving m cross join unnest("saidAt", "said") with ordinality as word("at", "step", "nth") where "touched" and "nth" >= "place"
    )
    select ${Prisma.join(Object.entries(counted).map(([name, where]) => Prisma.raw(`count(*) filter (where ${where})::int as "${name}"`)))},
      json_build_object(${quantiles(`"dueOn" - "firstDue"`, `"state" <> 'given_up'`)}) as "slip",
      (select json_build_object(${quantiles(`"age"`, 'true')}, 'buckets', json_build_array(${Prisma.join(ageBuckets.map(inBucket))}))
        from moving where "state" = 'open') as "age",
      (${stays(window)}) as "stays", (${again(window)}) as "again", (${changes(window)}) as "changes"
    from ${itemFacts(asked)} facts where "state" <> 'merged'`
  return figuresOf(row)
}

/** Asked for together, they are sorted once. */
function quantiles(value: string, where: string) {
  const both = `(percentile_cont(array[0.5, 0.9]) within group (order by (${value})::float8) filter (where ${where}))`
  return Prisma.raw(`'n', count(*) filter (where ${where}), 'median', ${both}[1], 'p90', ${both}[2]`)
}

const inBucket = (from: number, index: number) =>
  Prisma.raw(`count(*) filter (where "age" >= ${from} and "age" < ${ageBuckets[index + 1] ?? `'infinity'`})`)

/** Given up is neither done nor still to do, so it says nothing about how long things take. */
const stays = ({ to }: Window) => Prisma.sql`
  select coalesce(json_agg(s.*), '[]') from (
    select floor(extract(epoch from (case when "state" = 'done' then "since" else ${to} end) - "acceptedAt") / 86400)::int as "days",
      "state" = 'done' as "done", count(*) as "count"
    from moving where "within" and "state" in ('done', 'open') group by 1, 2) s`

const again = ({ from }: Window) => Prisma.sql`
  select json_build_object('done', count(distinct "id"), 'cameBack', count(distinct "id") filter (
      where "next" = 'regressed' and "nextAt" <= "at" + ${REOPEN_DAYS} * interval '1 day'))
  from (select "id", "now", "step", "at", lead("step") over steps as "next", lead("at") over steps as "nextAt" from words
    where "isStep" window steps as (partition by "id" order by "nth" desc)) step
  where "now" <> 'merged' and "step" = 'verified' and "at" >= ${from}`

/** Merged ones are counted until they are merged. */
const changes = ({ from }: Window) => Prisma.sql`
  select coalesce(json_agg(c.*), '[]') from (
    select ("at" at time zone 'UTC')::date as "day",
      sum(("state" <> 'merged')::int - coalesce("before" <> 'merged', false)::int) as "accepted",
      sum(("state" in ('done', 'given_up'))::int - coalesce("before" in ('done', 'given_up'), false)::int) as "ended"
    from (select "at", "state", lag("state") over (partition by "id" order by "nth" desc) as "before"
      from words where "at" >= "acceptedAt") word
    where "at" >= ${from} group by 1) c`

function figuresOf({ slip, age: { buckets, ...age }, stays, again, changes, ...row }: Row): ItemFigures {
  return {
    accepted: row.accepted,
    open: row.open,
    overdue: row.overdue,
    overdueWeighty: row.overdueWeighty,
    stale: row.stale,
    closure: { done: shareOf(row.acceptedDone, row.accepted - row.acceptedGivenUp), givenUp: row.acceptedGivenUp },
    onTime: { first: shareOf(row.keptFirst, row.dueFirst), current: shareOf(row.kept, row.due) },
    slip: enoughOf(slip),
    age: { ...enoughOf(age), buckets: ageBuckets.map((from, index) => ({ from, count: buckets[index] ?? 0 })) },
    timeToDone: survivalOf(stays.flatMap(({ count, ...stay }) => Array<Stay>(count).fill(stay))),
    evidenced: shareOf(row.doneShown, row.done),
    reopened: shareOf(again.cameBack, again.done),
    strong: { done: shareOf(row.doneStrong, row.done), accepted: shareOf(row.acceptedStrong, row.accepted) },
    ever: { accepted: row.ever, ended: row.ended },
    changes,
  }
}

/** How many had been accepted and how many had ended by the end of each day asked for. */
export function burnUp(
  { ever, changes }: Pick<ItemFigures, 'ever' | 'changes'>,
  days: readonly number[],
): (Totals & { at: number })[] {
  return days.map((at) => {
    const later = changes.filter(({ day }) => day > new Date(at).toISOString().slice(0, 10))
    const without = (of: keyof Totals) => later.reduce((total, change) => total - change[of], ever[of])
    return { at, accepted: without('accepted'), ended: without('ended') }
  })
}
