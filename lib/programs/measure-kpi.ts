import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { kpiOf, me } from './parts.ts'
import { MeasureKpiInput, PartOut } from './parts-schema.ts'

export const measureKpi = command({
  name: 'program.measure_kpi',
  summary: 'Records what a KPI was on a day. A second value for a day corrects the first, which is kept.',
  scope: 'programs:write',
  input: MeasureKpiInput,
  output: PartOut,
  subject: kpiOf,
  may: (actor, { kpi, ...program }) => all(can(actor, 'tell', 'program', program), mayChange(program)),
  async run(work, { input: { on, value, note }, subject: { kpi, ...program } }) {
    const { db, now } = work
    if (on > localDate(now, program.zone)) refuse(invalid('on', 'This day is still to come.'))
    const day = dateFromLocal(on)
    const corrected = (await db.kpiPoint.count({ where: { kpiId: kpi.id, on: day } })) > 0
    if (corrected && !note) refuse(invalid('note', 'There is a value for this day. Say why another one is right.'))
    await db.kpiPoint.create({ data: { id: newId(now), kpiId: kpi.id, on: day, value, note, byId: me(work), at: now } })
    const { name, unit } = kpi
    return {
      value: { program: program.number, id: kpi.id },
      events: [happened('program.kpi_measured', program.id, { kpi: name, on, value, unit, corrected, note })],
    }
  },
})
