import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { activePerson, me, riskOf } from './parts.ts'
import { AssessRiskInput, PartOut } from './parts-schema.ts'

export const assessRisk = command({
  name: 'program.assess_risk',
  summary: 'Says how a risk of a program is seen now, who mitigates it and until when, or that it is over.',
  scope: 'programs:write',
  input: AssessRiskInput,
  output: PartOut,
  subject: riskOf,
  may: (actor, { risk, ...program }) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { number, id, ...assessment }, subject: { risk, ...program } }) {
    await assess(work, id, assessment)
    const { likelihood, effect, state, note } = assessment
    const told = { title: risk.title, likelihood, effect, state, note }
    return { value: { program: number, id }, events: [happened('program.risk_assessed', program.id, told)] }
  },
})

type Assessment = Omit<(typeof AssessRiskInput)['_output'], 'number' | 'id'>

export async function assess(work: Work, riskId: string, given: Assessment): Promise<void> {
  const { likelihood, effect, mitigation, mitigationOn, owner, state, note } = given
  const ownerId = await activePerson(work, owner, 'owner')
  await work.db.riskAssessment.create({
    data: {
      id: newId(work.now),
      riskId,
      likelihood,
      effect,
      mitigation,
      ownerId,
      state,
      note,
      mitigationOn: mitigationOn ? dateFromLocal(mitigationOn) : null,
      byId: me(work),
      at: work.now,
    },
  })
}
