import type { Work } from '#lib/context.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import type { Program } from '#prisma/client/client.ts'
import { itemsAt } from './facts-items.ts'
import { type Health, type HealthFacts, healthOf } from './health.ts'
import { watchedIncidents } from './incidents.ts'
import { isRunning } from './model.ts'
import { cadences } from './vocabulary.ts'

type Db = Work['db']
type Dated = { at: Date; id: string }

/**
 * How a program stood at a moment, now or long past: everything is read from rows that are only added, each with when. It
 * counts what the whole company can see, whoever looks: a colour that knew of a restricted incident would tell of it.
 * What was found out about an incident since is taken as known, because a factor found late was there before.
 */
export async function healthAt(db: Db, program: Program, at: Date): Promise<Health | null> {
  const facts = await factsAt(db, program, at)
  return facts && healthOf(facts)
}

async function factsAt(db: Db, program: Program, at: Date): Promise<HealthFacts | null> {
  const { id, zone, cadence } = program
  const until = { at: { lte: at } }
  const steps = await db.programStep.findMany({ where: { programId: id, ...until }, orderBy: byAge })
  const last = steps.at(-1)
  if (!last || !isRunning(last.state)) return null
  const began = steps.find(({ state }) => state === 'active') ?? last
  const [report, milestones, kpis, items, risks, incidents] = await Promise.all([
    db.programReport.findFirst({ where: { programId: id, ...until }, orderBy: { at: 'desc' } }),
    milestonesAt(db, id, at),
    kpisAt(db, id, at),
    itemsAt(db, id, at),
    risksAt(db, id, at),
    watchedIncidents(db, program, at),
  ])
  return {
    ...{ today: localDate(at, zone), milestones, kpis, items, risks, incidents },
    reportedOn: localDate(report?.at ?? began.at, zone),
    reportDays: cadences[cadence].days,
  }
}

const byAge = [{ at: 'asc' as const }, { id: 'asc' as const }]
const newestOf = <Row extends Dated>(rows: readonly Row[]): Row | undefined => rows.at(-1)

async function milestonesAt(db: Db, programId: string, at: Date): Promise<HealthFacts['milestones']> {
  const until = { where: { at: { lte: at } }, orderBy: byAge }
  const rows = await db.milestone.findMany({ where: { programId }, include: { plans: until, steps: until } })
  return rows.flatMap(({ title, plans, steps }) => {
    const plan = newestOf(plans)
    if (!plan || plan.dropped) return []
    return [{ title, dueOn: localFromDate(plan.dueOn), weight: plan.weight, percent: newestOf(steps)?.percent ?? 0 }]
  })
}

async function kpisAt(db: Db, programId: string, at: Date): Promise<HealthFacts['kpis']> {
  const rows = await db.kpi.findMany({
    where: { programId },
    include: {
      plans: { where: { at: { lte: at } }, orderBy: byAge },
      points: { where: { at: { lte: at } }, orderBy: [{ on: 'asc' }, ...byAge] },
    },
  })
  return rows.flatMap(({ name, direction, plans, points }) => {
    const plan = newestOf(plans)
    if (!plan || plan.ended) return []
    const { baseline, target, cycleDays } = plan
    const last = points.at(-1)
    return [
      {
        name,
        direction,
        baseline,
        target,
        cycleDays,
        startOn: localFromDate(plan.startOn),
        targetOn: localFromDate(plan.targetOn),
        last: last ? { on: localFromDate(last.on), value: last.value } : null,
      },
    ]
  })
}

async function risksAt(db: Db, programId: string, at: Date): Promise<HealthFacts['risks']> {
  const rows = await db.programRisk.findMany({
    where: { programId },
    include: { assessments: { where: { at: { lte: at } }, orderBy: byAge } },
  })
  return rows.flatMap(({ title, assessments }) => {
    const newest = newestOf(assessments)
    if (!newest || newest.state === 'closed') return []
    const { likelihood, effect, mitigation } = newest
    const mitigationOn = newest.mitigationOn ? localFromDate(newest.mitigationOn) : null
    return [{ title, likelihood, effect, mitigation, mitigationOn }]
  })
}
