import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { AddKpiInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const addKpi = command({
  name: 'program.add_kpi',
  summary: 'Adds a KPI with its glide path from a baseline to a target.',
  scope: 'programs:write',
  input: AddKpiInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input, subject: program }) {
    const { db, now } = work
    const { name, unit, direction, source, baseline, target, cycleDays } = input
    if (input.targetOn <= input.startOn) refuse(invalid('targetOn', 'The target comes after the baseline.'))
    const id = newId(now)
    const position = await db.kpi.count({ where: { programId: program.id } })
    await db.kpi.create({
      data: { id, programId: program.id, position, name, unit, direction, source, createdAt: now },
    })
    await db.kpiPlan.create({
      data: {
        id: newId(now),
        kpiId: id,
        baseline,
        target,
        cycleDays,
        byId: me(work),
        at: now,
        startOn: dateFromLocal(input.startOn),
        targetOn: dateFromLocal(input.targetOn),
      },
    })
    return {
      value: { program: program.number, id },
      events: [happened('program.kpi_added', program.id, { kpi: name })],
    }
  },
})
