import type { Work } from '#lib/context.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { type MechanismCount, type MechanismStanding, RECENT_DAYS, withoutHoles } from './model.ts'

const DAY_MS = 86_400_000

/** How often each was part of an incident, of those this actor can see. What was never met is not in it. */
export async function countMechanisms({ db, now }: Work): Promise<MechanismCount[]> {
  const since = new Date(now.getTime() - RECENT_DAYS * DAY_MS)
  return db.$queryRaw<MechanismCount[]>`
    select "code", count(*)::int as "incidents", (count(*) filter (where "occurredAt" >= ${since}))::int as "recent"
    from "Incident", unnest("mechanisms") as "code"
    group by "code" order by 3 desc, 2 desc, 1`
}

export async function mechanismStanding(work: Work, code: string): Promise<MechanismStanding> {
  const counts = (await countMechanisms(work)).find((count) => count.code === code)
  return {
    code,
    incidents: counts?.incidents ?? 0,
    recent: counts?.recent ?? 0,
    services: await servicesHit(work, code),
    quarters: withoutHoles(await byQuarter(work, code), work.now),
    items: await itemsOf(work, code),
    defences: await defencesAgainst(work, code),
  }
}

/** Ten are what a page can use; the list of incidents has them all. */
function servicesHit({ db }: Work, code: string) {
  return db.$queryRaw<MechanismStanding['services'][number][]>`
    select s."slug", s."name", count(*)::int as "incidents"
    from "Incident" i join "IncidentService" u on u."incidentId" = i."id" join "Service" s on s."id" = u."serviceId"
    where ${code} = any(i."mechanisms")
    group by s."id", s."slug", s."name" order by 3 desc, 2 limit 10`
}

async function byQuarter({ db }: Work, code: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ quarter: string; incidents: number }[]>`
    select to_char("occurredAt" at time zone 'UTC', 'YYYY"-Q"Q') as "quarter", count(*)::int as "incidents"
    from "Incident" where ${code} = any("mechanisms") group by 1`
  return new Map(rows.map(({ quarter, incidents }) => [quarter, incidents]))
}

/** What removes it, and what its incidents led to: as the board narrows by it. */
async function itemsOf({ db }: Work, code: string): Promise<MechanismStanding['items']> {
  const of = { OR: [{ mechanism: code }, { postmortem: { incident: { mechanisms: { has: code } } } }] }
  const count = (where: Prisma.ActionItemWhereInput) => db.actionItem.count({ where: { AND: [of, where] } })
  return {
    open: await count({ closed: false }),
    closed: await count({ closed: true }),
    verified: await count({ progress: 'verified' }),
    regressed: await count({ progress: 'regressed' }),
  }
}

/** Twenty tell what kind of defence holds; the incidents have them all. */
async function defencesAgainst({ db }: Work, code: string): Promise<MechanismStanding['defences']> {
  return db.defence.findMany({
    where: { incident: { mechanisms: { has: code } } },
    select: { id: true, name: true, outcome: true, incident: { select: { number: true, title: true } } },
    orderBy: [{ incident: { occurredAt: 'desc' } }, { incidentId: 'asc' }, { position: 'asc' }],
    take: 20,
  })
}
