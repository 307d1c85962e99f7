import type { Work } from '#lib/context.ts'
import type { Severity } from '#lib/incidents/model.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { Told } from './incident-figures.ts'

export type IncidentSlice = { team?: string | undefined; from: Date; to: Date }

/** More in one quarter than any organisation has had; beyond it a report would be of another kind. */
const INCIDENTS_MAX = 5_000

const grounds = {
  id: true,
  number: true,
  title: true,
  severity: true,
  occurredAt: true,
  impactStartBasis: true,
  detectionMethod: true,
  reportedByCustomer: true,
  mechanisms: true,
  faultIntroducedAt: true,
  triggeredAt: true,
  impactStartedAt: true,
  detectedAt: true,
  pagedAt: true,
  acknowledgedAt: true,
  declaredAt: true,
  engagedAt: true,
  diagnosedAt: true,
  mitigatedAt: true,
  resolvedAt: true,
  announcedAt: true,
  related: { where: { kind: 'repeat_of' }, select: { id: true } },
} satisfies Prisma.IncidentSelect

/** The incidents of a period, of what this actor can see. */
export async function incidentsTold(work: Work, { team, from, to }: IncidentSlice): Promise<Told[]> {
  const rows = await work.db.incident.findMany({
    where: { occurredAt: { gte: from, lte: to }, ...(team && { team: { slug: team } }) },
    select: grounds,
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    take: INCIDENTS_MAX,
  })
  const ids = rows.map(({ id }) => id)
  const [preventable, covered] = [await openAtStart(work, ids), await coveredOf(work, ids)]
  return rows.map(({ id, related, mechanisms, reportedByCustomer, ...row }) => ({
    number: row.number,
    title: row.title,
    severity: row.severity,
    occurredAt: row.occurredAt,
    impactStartBasis: row.impactStartBasis,
    detectionMethod: row.detectionMethod,
    customerFirst: reportedByCustomer,
    milestones: milestonesOf(row),
    repeat: related.length > 0,
    preventable: preventable.get(id) ?? null,
    factors: mechanisms.length,
    factorsCovered: covered.get(id) ?? 0,
  }))
}

type Points = Omit<
  Prisma.IncidentGetPayload<{ select: typeof grounds }>,
  'id' | 'related' | 'mechanisms' | 'reportedByCustomer'
>

function milestonesOf(row: Points): Told['milestones'] {
  return {
    faultIntroduced: row.faultIntroducedAt,
    triggered: row.triggeredAt,
    impactStarted: row.impactStartedAt,
    detected: row.detectedAt,
    paged: row.pagedAt,
    acknowledged: row.acknowledgedAt,
    declared: row.declaredAt,
    engaged: row.engagedAt,
    diagnosed: row.diagnosedAt,
    mitigated: row.mitigatedAt,
    resolved: row.resolvedAt,
    announced: row.announcedAt,
  }
}

/**
 * Which of them their review linked with a promise that was accepted and not done when the impact began, and whether it
 * was late by then. A link is an item that names the incident, or a "same" or "related" answer to whether a fix came back.
 */
async function openAtStart({ db }: Work, ids: readonly string[]): Promise<Map<string, 'open' | 'overdue'>> {
  const rows = await db.$queryRaw<{ id: string; overdue: boolean }[]>`
    with linked as (
      select "incidentId", "actionItemId" from "ItemIncident" where "incidentId" = any (${ids}::uuid[])
      union select "incidentId", "actionItemId" from "Recurrence" where "incidentId" = any (${ids}::uuid[])
        and "answer" in ('same', 'related')
    )
    select i."id", bool_or(a."originalDueOn" < (i."impactStartedAt" at time zone t."zone")::date) as "overdue"
    from linked l join "Incident" i on i."id" = l."incidentId" join "ActionItem" a on a."id" = l."actionItemId"
      join "Team" t on t."id" = a."teamId"
    where i."impactStartedAt" is not null and a."acceptedAt" < i."impactStartedAt"
      and coalesce((select p."kind" not in ('verified', 'dropped') from "Progress" p
        where p."actionItemId" = a."id" and p."at" <= i."impactStartedAt" order by p."at" desc, p."id" desc limit 1), true)
    group by i."id"`
  return new Map(rows.map(({ id, overdue }) => [id, overdue ? 'overdue' : 'open']))
}

/** How many of its factors have a promise or a recorded decision that names the same mechanism. */
async function coveredOf({ db }: Work, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; covered: number }[]>`
    with answering as (
      select "incidentId", "actionItemId" from "ItemIncident" where "incidentId" = any (${ids}::uuid[])
      union select p."incidentId", a."id" from "Postmortem" p join "ActionItem" a on a."postmortemId" = p."id"
        where p."incidentId" = any (${ids}::uuid[])
    )
    select i."id", count(distinct a."mechanism")::int as "covered"
    from answering s join "Incident" i on i."id" = s."incidentId" join "ActionItem" a on a."id" = s."actionItemId"
    where a."mechanism" = any (i."mechanisms") and a."commitment" <> 'proposed'
    group by i."id"`
  return new Map(rows.map(({ id, covered }) => [id, covered]))
}

export type MonthCount = { month: string; severity: Severity; count: number }

/** Counts over time need no row of their own. */
export function countByMonth({ db }: Work, { team, from, to }: IncidentSlice): Promise<MonthCount[]> {
  return db.$queryRaw<MonthCount[]>`
    select to_char(i."occurredAt" at time zone 'UTC', 'YYYY-MM') as "month", i."severity"::text, count(*)::int
    from "Incident" i join "Team" t on t."id" = i."teamId"
    where i."occurredAt" between ${from} and ${to} and (${team ?? null}::text is null or t."slug" = ${team ?? null})
    group by 1, 2`
}
