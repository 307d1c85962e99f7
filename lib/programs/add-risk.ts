import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { assess } from './assess-risk.ts'
import { mayChange } from './model.ts'
import { AddRiskInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const addRisk = command({
  name: 'program.add_risk',
  summary: 'Adds a risk of the program itself, or something it depends on.',
  scope: 'programs:write',
  input: AddRiskInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { number, kind, title, ...assessment }, subject: program }) {
    const { db, now } = work
    const id = newId(now)
    const position = await db.programRisk.count({ where: { programId: program.id } })
    await db.programRisk.create({ data: { id, programId: program.id, position, kind, title, createdAt: now } })
    await assess(work, id, { ...assessment, state: 'open' })
    const { likelihood, effect, note } = assessment
    return {
      value: { program: number, id },
      events: [happened('program.risk_assessed', program.id, { title, likelihood, effect, state: 'open', note })],
    }
  },
})
