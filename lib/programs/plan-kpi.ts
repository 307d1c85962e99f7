import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { kpiOf, me } from './parts.ts'
import { PartOut, PlanKpiInput } from './parts-schema.ts'

export const planKpi = command({
  name: 'program.plan_kpi',
  summary: 'Changes the glide path of a KPI, or stops measuring it, with a reason.',
  scope: 'programs:write',
  input: PlanKpiInput,
  output: PartOut,
  subject: kpiOf,
  may: (actor, { kpi, ...program }) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input, subject: { kpi, ...program } }) {
    const { db, now } = work
    const plan = kpi.plans[0] ?? refuse(notFound)
    const { baseline = plan.baseline, target = plan.target, cycleDays = plan.cycleDays, reason } = input
    const startOn = input.startOn ? dateFromLocal(input.startOn) : plan.startOn
    const targetOn = input.targetOn ? dateFromLocal(input.targetOn) : plan.targetOn
    if (targetOn <= startOn) refuse(invalid('targetOn', 'The target comes after the baseline.'))
    const ended = input.ended ?? plan.ended
    await db.kpiPlan.create({
      data: {
        id: newId(now),
        kpiId: kpi.id,
        baseline,
        startOn,
        target,
        targetOn,
        cycleDays,
        ended,
        reason,
        byId: me(work),
        at: now,
      },
    })
    return {
      value: { program: program.number, id: kpi.id },
      events: [happened('program.kpi_planned', program.id, { kpi: kpi.name, ended: ended && !plan.ended, reason })],
    }
  },
})
