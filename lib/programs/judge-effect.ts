import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { JudgeEffectInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const judgeEffect = command({
  name: 'program.judge_effect',
  summary: 'Says what a program would have changed about an incident of the past, and why. Somebody else agrees to it.',
  scope: 'programs:write',
  input: JudgeEffectInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'tell', 'program', program), mayChange(program)),
  async run(work, { input: { incident, effect, why }, subject: program }) {
    const { db, now } = work
    const row = await db.incident.findUnique({ where: { number: incident }, select: { id: true } })
    const { id: incidentId } = row ?? refuse(invalid('incident', 'Choose an incident that you can see.'))
    const id = newId(now)
    await db.programEffect.create({
      data: { id, programId: program.id, incidentId, effect, why, byId: me(work), at: now },
    })
    return {
      value: { program: program.number, id },
      events: [happened('program.effect_judged', program.id, { otherId: incidentId, number: incident, effect, why })],
    }
  },
})
