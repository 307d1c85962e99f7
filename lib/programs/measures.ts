import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { wordOf } from '#lib/fields.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import { glideAt, offPath } from './glide.ts'
import { someone } from './present.ts'
import { directions, levels, riskKinds, riskStates } from './vocabulary.ts'

const person = z.strictObject({ id: z.string(), name: z.string() }).nullable()
const point = z.strictObject({ on: z.string(), value: z.number(), note: z.string(), corrections: z.number() })

export const MeasuresOut = z.strictObject({
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      exitCriterion: z.string(),
      owner: person,
      team: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
      dueOn: z.string(),
      originalDueOn: z.string(),
      moves: z.array(z.strictObject({ dueOn: z.string(), reason: z.string(), at: z.string() })),
      weight: z.number(),
      dropped: z.boolean(),
      percent: z.number(),
      doneOn: z.string().nullable(),
      note: z.string(),
      url: z.string(),
      late: z.boolean(),
    }),
  ),
  kpis: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      direction: wordOf(directions, ''),
      source: z.string(),
      baseline: z.number(),
      startOn: z.string(),
      target: z.number(),
      targetOn: z.string(),
      cycleDays: z.number(),
      ended: z.boolean(),
      points: z.array(point),
      /** Where the newest value should be, and how far behind it is as a share of the whole way. */
      expected: z.number().nullable(),
      off: z.number().nullable(),
    }),
  ),
  risks: z.array(
    z.strictObject({
      id: z.string(),
      kind: wordOf(riskKinds, ''),
      title: z.string(),
      likelihood: wordOf(levels, ''),
      effect: wordOf(levels, ''),
      mitigation: z.string(),
      mitigationOn: z.string().nullable(),
      owner: person,
      state: wordOf(riskStates, ''),
      note: z.string(),
    }),
  ),
})
export type MeasuresOut = z.output<typeof MeasuresOut>

const byAge = [{ at: 'asc' as const }, { id: 'asc' as const }]

/** What a program promises and how it stands: milestones, KPIs and risks as they are now. */
export async function getMeasures({ db, now }: Work, number: number): Promise<MeasuresOut> {
  const row = await db.program.findUnique({
    where: { number },
    select: {
      zone: true,
      milestones: {
        include: {
          owner: someone,
          team: { select: { slug: true, name: true } },
          plans: { orderBy: byAge },
          steps: { orderBy: byAge },
        },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      },
      kpis: {
        include: { plans: { orderBy: byAge }, points: { orderBy: [{ on: 'asc' }, ...byAge] } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      },
      risks: {
        include: { assessments: { orderBy: byAge, include: { owner: someone } } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!row) return refuse(notFound)
  const today = localDate(now, row.zone)
  return {
    milestones: row.milestones.flatMap((one) => milestoneOut(one, { zone: row.zone, today })),
    kpis: row.kpis.flatMap(kpiOut),
    risks: row.risks.flatMap(riskOut),
  }
}

type Row<Name extends keyof MeasuresOut> = MeasuresOut[Name][number]
type Dated = { at: Date; reason: string }
type MilestoneRow = Pick<Row<'milestones'>, 'id' | 'title' | 'exitCriterion' | 'owner' | 'team'> & {
  plans: (Dated & { dueOn: Date; weight: number; dropped: boolean })[]
  steps: { at: Date; percent: number; note: string; url: string }[]
}

function milestoneOut(
  { id, title, exitCriterion, owner, team, plans, steps }: MilestoneRow,
  { zone, today }: { zone: string; today: string },
): Row<'milestones'>[] {
  const [first, plan, step] = [plans[0], plans.at(-1), steps.at(-1)]
  if (!first || !plan) return []
  const dueOn = localFromDate(plan.dueOn)
  const percent = step?.percent ?? 0
  const moves = plans.flatMap((one, index) => {
    const before = plans[index - 1]
    if (!before || before.dueOn.getTime() === one.dueOn.getTime()) return []
    return [{ dueOn: localFromDate(one.dueOn), reason: one.reason, at: one.at.toISOString() }]
  })
  return [
    {
      id,
      title,
      exitCriterion,
      owner,
      team,
      dueOn,
      moves,
      percent,
      weight: plan.weight,
      dropped: plan.dropped,
      note: step?.note ?? '',
      url: step?.url ?? '',
      originalDueOn: localFromDate(first.dueOn),
      doneOn: step?.percent === 100 ? localDate(step.at, zone) : null,
      late: percent < 100 && !plan.dropped && dueOn < today,
    },
  ]
}

type KpiRow = Pick<Row<'kpis'>, 'id' | 'name' | 'unit' | 'direction' | 'source'> & {
  plans: { baseline: number; startOn: Date; target: number; targetOn: Date; cycleDays: number; ended: boolean }[]
  points: { on: Date; value: number; note: string }[]
}

function kpiOut({ plans, points, ...kpi }: KpiRow): Row<'kpis'>[] {
  const plan = plans.at(-1)
  if (!plan) return []
  const { baseline, target, cycleDays, ended } = plan
  const { id, name, unit, direction, source } = kpi
  const path = {
    direction,
    baseline,
    target,
    startOn: localFromDate(plan.startOn),
    targetOn: localFromDate(plan.targetOn),
  }
  const days = new Map<string, Row<'kpis'>['points'][number]>()
  for (const { on, value, note } of points) {
    const day = localFromDate(on)
    const before = days.get(day)
    days.set(day, { on: day, value, note, corrections: before ? before.corrections + 1 : 0 })
  }
  const last = [...days.values()].at(-1)
  return [
    {
      id,
      name,
      unit,
      source,
      cycleDays,
      ended,
      points: [...days.values()],
      ...path,
      expected: last ? glideAt(path, last.on) : null,
      off: last ? offPath(path, last) : null,
    },
  ]
}

type Assessment = Pick<Row<'risks'>, 'likelihood' | 'effect' | 'mitigation' | 'owner' | 'state' | 'note'> & {
  mitigationOn: Date | null
}

function riskOut({
  id,
  kind,
  title,
  assessments,
}: Pick<Row<'risks'>, 'id' | 'kind' | 'title'> & { assessments: Assessment[] }): Row<'risks'>[] {
  const newest = assessments.at(-1)
  if (!newest) return []
  const { likelihood, effect, mitigation, owner, state, note } = newest
  const mitigationOn = newest.mitigationOn ? localFromDate(newest.mitigationOn) : null
  return [{ id, kind, title, likelihood, effect, mitigation, mitigationOn, owner, state, note }]
}
