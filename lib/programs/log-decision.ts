import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { LogDecisionInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const logDecision = command({
  name: 'program.log_decision',
  summary: 'Keeps a decision of a program with its reason. It cannot be changed; another one can revise it.',
  scope: 'programs:write',
  input: LogDecisionInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { text, reason }, subject: program }) {
    const { db, now } = work
    const id = newId(now)
    await db.programDecision.create({ data: { id, programId: program.id, text, reason, byId: me(work), at: now } })
    return {
      value: { program: program.number, id },
      events: [happened('program.decided', program.id, { text, reason })],
    }
  },
})
