import type { Database } from '#lib/db/client.ts'

/** How much a company collects in ten years: the size every figure about lists is measured at. */
export const ITEMS = 100_000
export const INCIDENTS = 5_000
export const TEAMS = 50
export const PEOPLE = 500
export const PROGRAMS = 20

/** The program manager who looks at everything, and a member who is in two teams. */
export const MANAGER = id('3', '1')
export const MEMBER = id('3', '2')
export const MEMBER_TEAMS = [id('1', '1'), id('1', '2')]

/** Ids that can be computed: the kind, and the number in hexadecimal digits. */
export function id(kind: string, number: string): string {
  return `0190000${kind}-0000-7000-8000-${number.padStart(12, '0')}`
}

/** The same in SQL, for the row n of a series. */
const made = (kind: string, n: string) => `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/**
 * Fills an empty, migrated database straight by SQL. Derived columns are written as the triggers would have written them,
 * which are off meanwhile: hundreds of thousands of them would take minutes.
 */
export async function seedLarge(database: Database, today: Date): Promise<void> {
  const day = today.toISOString().slice(0, 10)
  await database.withOwnerClient(async (client) => {
    for (const table of triggered) await client.query(`alter table "${table}" disable trigger user`)
    for (const statement of statements(day)) await client.query(statement)
    for (const table of triggered) await client.query(`alter table "${table}" enable trigger user`)
    await client.query('vacuum (analyze)')
  })
}

const triggered = [
  ...['Person', 'Incident', 'Factor', 'Postmortem', 'Publication', 'ActionItem', 'Commitment', 'Progress'],
  ...['ProgramStep', 'Assignment', 'ItemEvidence'],
]

const mechanisms = `array['chg.config', 'chg.code', 'chg.data-push', 'chg.flag', 'chg.rollback', 'ctl.validation', 'ctl.guard-failed', 'chg.migration']`

/** Four of five are closed; of the open ones half hang on postmortems of the last year. */
const statements = (day: string): string[] => [
  `insert into "Organization" ("id", "name", "zone", "createdAt") values (1, 'Large', 'UTC', now()) on conflict do nothing`,
  `insert into "Team" ("id", "slug", "name", "zone", "createdAt")
    select ${made('1', 'n')}, 'team-' || n, 'Team ' || n, (array['Europe/Lisbon', 'Asia/Singapore', 'America/New_York', 'UTC', 'Asia/Kolkata'])[1 + n % 5], now()
    from generate_series(1, ${TEAMS}) n`,
  `insert into "Service" ("id", "slug", "name", "teamId", "createdAt")
    select ${made('2', 'n')}, 'service-' || n, 'Service ' || n, ${made('1', `1 + n % ${TEAMS}`)}, now() from generate_series(1, 300) n`,
  `insert into "Person" ("id", "email", "name", "role", "zone", "createdAt")
    select ${made('3', 'n')}, 'person' || n || '@large.example', 'Person ' || n, (case when n = 1 then 'program_manager' else 'member' end)::"Role", 'UTC', now()
    from generate_series(1, ${PEOPLE}) n`,
  `insert into "Membership" ("teamId", "personId", "role")
    select ${made('1', `1 + n % ${TEAMS}`)}, ${made('3', 'n')}, 'editor' from generate_series(2, ${PEOPLE}) n`,
  `insert into "Membership" ("teamId", "personId", "role") values ('${MEMBER_TEAMS[0]}', '${MEMBER}', 'editor') on conflict do nothing`,
  `insert into "Incident" ("id", "title", "severity", "kind", "visibility", "restrictedReason", "teamId", "zone", "createdById", "createdAt", "updatedAt", "impactStartedAt", "detectedAt", "pagedAt", "acknowledgedAt", "mitigatedAt", "resolvedAt", "detectionMethod", "occurredAt", "mechanisms")
    select ${made('4', 'n')}, 'Incident ' || n, (array['sev1', 'sev2', 'sev3', 'sev4'])[1 + n % 4]::"Severity", 'outage',
      (case when n % 40 = 0 then 'restricted' when n % 12 = 0 then 'team' else 'company' end)::"Visibility",
      (case when n % 40 = 0 then 'security' end)::"RestrictedReason", ${made('1', `1 + n % ${TEAMS}`)}, 'UTC', ${made('3', `1 + n % ${PEOPLE}`)},
      t, t, t, t + (n % 50) * m, t + (n % 50 + 1) * m, t + (n % 50 + 4) * m, t + (n % 50 + n % 90) * m, t + (n % 50 + n % 400) * m, 'slo_alert', t, array[(${mechanisms})[1 + n % 8]]
    from generate_series(1, ${INCIDENTS}) n cross join lateral (select timestamptz '${day}' - (n % 3650) * interval '1 day' as t) at cross join (select interval '1 minute' as m) unit`,
  `insert into "IncidentService" ("incidentId", "serviceId", "role")
    select ${made('4', 'n')}, ${made('2', '1 + n % 300')}, 'origin' from generate_series(1, ${INCIDENTS}) n`,
  `insert into "Postmortem" ("id", "incidentId", "title", "workingTitle", "template", "templateVersion", "visibility", "restrictedReason", "teamId", "leadId", "createdAt", "updatedAt")
    select ${made('5', 'n')}, i."id", i."title", i."title", 'classic', 1, i."visibility", i."restrictedReason", i."teamId", ${made('3', `1 + n % ${PEOPLE}`)}, i."createdAt", i."createdAt"
    from generate_series(1, ${INCIDENTS}) n join "Incident" i on i."id" = ${made('4', 'n')}`,
  `insert into "ActionItem" ("id", "title", "doneWhen", "priority", "purpose", "strength", "mechanism", "postmortemId", "teamId", "ownerId", "dueOn", "originalDueOn", "createdById",
      "createdAt", "updatedAt", "commitment", "progress", "acceptedAt", "firstDoneAt", "closed", "shownAt", "said", "saidAt")
    select i.*, case when "priority" in ('p0', 'p1') then "firstDoneAt" end, array_remove(array[nullif("progress"::text, 'open'), nullif("commitment"::text, 'proposed')], null),
      array_remove(array[case when "progress" <> 'open' then coalesce("firstDoneAt", "created" + interval '1 day') end, case when "commitment" <> 'proposed' then "created" end], null)
    from (select ${made('6', 'n')}, 'Limit what ' || (array['resolvers', 'edge caches', 'the control plane', 'certificate renewal', 'the scheduler'])[1 + n % 5] || ' may take, part ' || n,
      'A drill shows it.', (array['p0', 'p1', 'p2', 'p3'])[1 + (n * 7) % 4]::"Priority" as "priority",
      (array['investigate', 'repair', 'prevent', 'detect', 'mitigate', 'process', 'learn'])[1 + n % 7]::"Purpose",
      (array['strong', 'medium', 'weak'])[1 + n % 3]::"Strength", (${mechanisms})[1 + n % 8],
      case when n % 7 <> 0 then ${made('5', `1 + n % ${INCIDENTS}`)} end, ${made('1', `1 + (n * 3) % ${TEAMS}`)},
      case when n % 9 <> 0 then ${made('3', `1 + (n * 11) % ${PEOPLE}`)} end,
      d.due, d.due, ${made('3', `1 + n % ${PEOPLE}`)}, d.created, d.created as "updated",
      (case when n % 50 = 0 then 'declined' when n % 5 = 1 and n % 3 = 0 then 'proposed' else 'accepted' end)::"CommitmentKind" as "commitment",
      (case when n % 50 = 0 then 'open' when n % 5 <> 1 then 'verified' when n % 3 = 0 then 'open' else (array['open', 'in_progress', 'blocked', 'in_verification', 'regressed'])[1 + (n / 5) % 5] end)::"ProgressKind" as "progress",
      case when n % 50 <> 0 and (n % 5 <> 1 or n % 3 <> 0) then d.created end, case when n % 5 <> 1 and n % 50 <> 0 then d.created + interval '30 days' end as "firstDoneAt", n % 5 <> 1
    from generate_series(1, ${ITEMS}) n cross join lateral (select
      date '${day}' + ((n * 13) % 200 - 100 - case when n % 5 <> 1 then (n * 17) % 3000 else 0 end) as due,
      timestamptz '${day}' - case when n % 5 <> 1 then (n * 17) % 3000 + 31 else (n * 17) % 200 + 2 end * interval '1 day' as created) d) i`,
  `insert into "Commitment" ("id", "actionItemId", "kind", "reason", "at")
    select ${made('7', 'n')}, a."id", a."commitment", case when a."commitment" = 'declined' then 'Not worth it.' else '' end, a."createdAt"
    from generate_series(1, ${ITEMS}) n join "ActionItem" a on a."id" = ${made('6', 'n')} where a."commitment" <> 'proposed'`,
  `insert into "Progress" ("id", "actionItemId", "kind", "note", "because", "at")
    select ${made('8', 'n')}, a."id", a."progress", 'It is so.', (case when a."progress" = 'regressed' then 'bypassed' end)::"RegressionReason", coalesce(a."firstDoneAt", a."createdAt" + interval '1 day')
    from generate_series(1, ${ITEMS}) n join "ActionItem" a on a."id" = ${made('6', 'n')} where a."progress" <> 'open'`,
  `insert into "ItemEvidence" ("id", "actionItemId", "kind", "note", "at")
    select gen_random_uuid(), a."id", 'drill', 'It held.', a."firstDoneAt" from "ActionItem" a where a."firstDoneAt" is not null and a."priority" in ('p0', 'p1')`,
  `insert into "ItemIncident" ("actionItemId", "incidentId")
    select a."id", p."incidentId" from "ActionItem" a join "Postmortem" p on p."id" = a."postmortemId"`,
  `insert into "Event" ("id", "at", "name", "actorKind", "actorId", "subjectKind", "subjectId", "data", "requestId")
    select gen_random_uuid(), a."createdAt" + n * interval '7 days', 'action_item.updated', 'person', a."createdById", 'action_item', a."id",
      json_build_object('changed', json_build_array('dueOn'), 'dueOn', json_build_object('from', a."originalDueOn", 'to', a."dueOn")), 'bench'
    from "ActionItem" a cross join generate_series(0, 1) n where a."createdAt" < now() - interval '7 days'`,
  ...programs(day),
]

/** Each a quarter into its year, with 2,000 items, of which 400 are open. */
const programs = (day: string): string[] => [
  `insert into "Program" ("id", "key", "name", "kind", "state", "objective", "leadId", "startOn", "endOn", "zone", "createdById", "createdAt", "updatedAt")
    select ${made('9', 'n')}, 'program-' || n, 'Program ' || n, 'change_safety', 'active', 'No change alone takes the service down.', '${MANAGER}',
      date '${day}' - 90, date '${day}' + 270, 'UTC', '${MANAGER}', t, t
    from generate_series(1, ${PROGRAMS}) n cross join (select timestamptz '${day}' - interval '100 days' as t) at`,
  `insert into "ProgramStep" ("id", "programId", "state", "at")
    select gen_random_uuid(), p."id", 'active', p."createdAt" + interval '10 days' from "Program" p`,
  `insert into "ProgramHealth" ("programId", "on", "colour", "parts", "at")
    select p."id", on_day, 'amber', '{}', on_day from "Program" p cross join (
      select date_trunc('week', date '${day}')::date - 7 * n as on_day from generate_series(0, 5) n) weeks`,
  `insert into "ProgramTeam" ("programId", "teamId")
    select ${made('9', 'n')}, ${made('1', `1 + (n * 5 + m) % ${TEAMS}`)} from generate_series(1, ${PROGRAMS}) n cross join generate_series(1, 5) m`,
  `insert into "Watch" ("id", "programId", "mechanism", "at")
    select gen_random_uuid(), p."id", (${mechanisms})[1 + p."number" % 8], p."createdAt" from "Program" p`,
  `insert into "Milestone" ("id", "programId", "position", "title", "exitCriterion", "createdAt")
    select gen_random_uuid(), p."id", n, 'Milestone ' || n, 'A drill shows it.', p."createdAt" from "Program" p cross join generate_series(1, 8) n`,
  `insert into "MilestonePlan" ("id", "milestoneId", "dueOn", "weight", "at")
    select gen_random_uuid(), m."id", date '${day}' + 40 * (m."position" - 2), 1, m."createdAt" from "Milestone" m`,
  `insert into "MilestoneStep" ("id", "milestoneId", "percent", "at")
    select gen_random_uuid(), m."id", 20 * n, m."createdAt" + n * interval '14 days' from "Milestone" m cross join generate_series(1, 4) n where m."position" < 4`,
  `insert into "Kpi" ("id", "programId", "position", "name", "direction", "createdAt")
    select gen_random_uuid(), p."id", n, 'Measure ' || n, 'up', p."createdAt" from "Program" p cross join generate_series(1, 4) n`,
  `insert into "KpiPlan" ("id", "kpiId", "baseline", "startOn", "target", "targetOn", "cycleDays", "at")
    select gen_random_uuid(), k."id", 10, date '${day}' - 90, 100, date '${day}' + 270, 7, k."createdAt" from "Kpi" k`,
  `insert into "KpiPoint" ("id", "kpiId", "on", "value", "at")
    select gen_random_uuid(), k."id", date '${day}' - 7 * n, 40 - 2 * n, timestamptz '${day}' - 7 * n * interval '1 day' from "Kpi" k cross join generate_series(1, 12) n`,
  `insert into "Assignment" ("id", "actionItemId", "programId", "at")
    select gen_random_uuid(), ${made('6', 'n')}, ${made('9', `1 + (n / 50) % ${PROGRAMS}`)}, timestamptz '${day}' - interval '80 days'
    from generate_series(1, ${ITEMS}) n where n % 50 < 20`,
  `update "ActionItem" a set "programId" = s."programId" from "Assignment" s where s."actionItemId" = a."id"`,
]
