import type { ItemFilter } from '#lib/action-items/schema.ts'
import type { PersonActor } from '#lib/actor.ts'
import type { Database } from '#lib/db/client.ts'
import { localDate } from '#lib/time.ts'

type Given = { actor: PersonActor; filter: ItemFilter; now: Date }

/**
 * What somebody would write who knows who asks and what for: one statement for the page with everything a line shows, one
 * for all counts, with the policy as plain conditions. Row-level security is off, because the owner runs it.
 */
export async function bareAnswer(
  database: Database,
  { actor, filter, now }: Given,
): Promise<{ numbers: number[]; status: Record<ItemFilter['status'], number> }> {
  return database.withOwnerClient(async (client) => {
    // As ours: compiling takes longer than all of it.
    await client.query('set jit = off')
    const teams = await client.query<{ id: string; slug: string; zone: string }>(
      'select "id", "slug", "zone" from "Team"',
    )
    const today = `unnest($1::uuid[], $2::text[], $3::date[]) as t("id", "slug", "today")`
    const values = [
      teams.rows.map(({ id }) => id),
      teams.rows.map(({ slug }) => slug),
      teams.rows.map(({ zone }) => localDate(now, zone)),
    ]
    const parts = chosen(filter)
    const seen = `(a."postmortemId" is null or a."postmortemId" in (select p."id" from "Postmortem" p where ${visible(actor)}))`
    const page = await client.query<{ number: number }>(
      `select a.*, o."name" as "owner", p."title" as "postmortem",
        (select json_agg(c.*) from (select * from "Commitment" c where c."actionItemId" = a."id" order by c."at" desc limit 1) c) as "commitments",
        (select json_agg(s.*) from (select * from "Progress" s where s."actionItemId" = a."id" order by s."at" desc limit 1) s) as "steps",
        (select json_agg(e.*) from "ItemEvidence" e where e."actionItemId" = a."id") as "evidence",
        (select json_agg(l.*) from "ItemLink" l where l."actionItemId" = a."id") as "links",
        (select json_agg(i."number") from "ItemIncident" l join "Incident" i on i."id" = l."incidentId" where l."actionItemId" = a."id") as "incidents"
      from "ActionItem" a join ${today} on t."id" = a."teamId" left join "Person" o on o."id" = a."ownerId" left join "Postmortem" p on p."id" = a."postmortemId"
      where ${[seen, ...Object.values(parts)].join(' and ')} order by a."dueOn", a."id" limit 51`,
      values,
    )
    const keys = ['status', 'state', 'late', 'priority', 'team', 'owner', 'purpose', 'strength', 'mechanism']
    const missed = Object.entries(parts).map(([name, part], index) =>
      name === 'q' ? '0' : `case when ${part} then 0 else ${1 << index} end`,
    )
    const counts = await client.query<Record<string, string | number>>(
      `with items as materialized (select ${columns}, (${missed.join(' + ') || '0'}) as missed
        from "ActionItem" a join ${today} on t."id" = a."teamId" where ${[seen, parts.q].filter(Boolean).join(' and ')})
      ${keys
        .map((key) => {
          const index = Object.keys(parts).indexOf(key)
          const own = index < 0 ? 0 : 1 << index
          return `select '${key}' as "facet", ${key}::text as "value", count(*)::int as "count" from items where missed in (0, ${own}) group by ${key}`
        })
        .join(' union all ')}`,
      values,
    )
    const of = (value: string) =>
      Number(counts.rows.find((row) => row.facet === 'status' && row.value === value)?.count ?? 0)
    const [open, overdue, closed] = [of('open') + of('overdue'), of('overdue'), of('closed')]
    return {
      numbers: page.rows.slice(0, filter.limit).map(({ number }) => number),
      status: { open, overdue, closed, all: open + closed },
    }
  })
}

const columns = `case when a."closed" then 'closed' when a."dueOn" < t."today" then 'overdue' else 'open' end as status,
  case when a."commitment" = 'accepted' then a."progress"::text else a."commitment"::text end as state,
  case when a."closed" then null when a."dueOn" < t."today" then 'overdue' when a."dueOn" <= t."today" + 7 then 'week' else 'later' end as late,
  a."priority" as priority, t."slug" as team, a."ownerId" as owner, a."purpose" as purpose, a."strength" as strength, a."mechanism" as mechanism`

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')

function chosen({ status, priority, state, team, q }: ItemFilter): Record<string, string> {
  const statuses = {
    open: 'not a."closed"',
    overdue: 'not a."closed" and a."dueOn" < t."today"',
    closed: 'a."closed"',
    all: '',
  }
  return {
    ...(statuses[status] && { status: statuses[status] }),
    ...(priority && { priority: `a."priority" in (${list(priority)})` }),
    ...(state && { state: `a."commitment" = 'accepted' and a."progress"::text in (${list(state)})` }),
    ...(team && { team: `t."slug" in (${list(team)})` }),
    ...(q && { q: `a."title" ilike '%${q}%'` }),
  }
}

/** The policy for somebody without grants and reviews, as they would be written down for this one person. */
function visible({ role, personId, teams }: PersonActor): string {
  const mine = Object.keys(teams)
  return [
    `p."visibility" = 'company'`,
    ...(mine.length > 0 ? [`(p."visibility" = 'team' and p."teamId" in (${list(mine)}))`] : []),
    `(p."visibility" <> 'restricted' and ${role === 'program_manager' ? 'true' : `p."leadId" = '${personId}'`})`,
  ].join(' or ')
}
