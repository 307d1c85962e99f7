import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { acceptanceOf } from '#lib/teams/acceptance.ts'
import { mayTreat } from './model.ts'
import { lockRisk, riskById } from './queries.ts'
import { RiskOut, TreatRiskInput } from './schema.ts'

export const treatRisk = command({
  name: 'risk.treat',
  summary:
    'Decides about an entry of the register: eliminate, isolate, reduce, accept until a date, resolve, open again.',
  scope: 'programs:write',
  input: TreatRiskInput,
  output: RiskOut,
  subject: (work, { number }) => lockRisk(work, number),
  may: (actor, risk) => can(actor, 'edit', 'risk', risk),
  async run(work, { input, subject: risk }) {
    const { db, now, actor } = work
    const { kind, reason } = input
    const decision = mayTreat(risk, kind)
    if (!decision.allowed) refuse(conflict(decision.reason))
    if (!reason) refuse(invalid('reason', asked[kind] ?? 'Say how.'))
    const accepted =
      kind === 'accept'
        ? await acceptanceOf(work, risk, { ...input, weighty: 'A risk' })
        : { until: null, approverId: null }
    await db.riskTreatment.createMany({
      data: {
        id: newId(now),
        riskId: risk.id,
        kind,
        reason,
        ...accepted,
        at: now,
        byId: actor.kind === 'person' ? actor.personId : null,
      },
    })
    const until = kind === 'accept' && input.until ? { until: input.until } : {}
    return {
      read: () => riskById(work, risk.id),
      events: [happened('risk.treated', risk.id, { kind, reason, ...until })],
    }
  },
})

const asked: Record<string, string> = {
  accept: 'Say why the risk can be carried.',
  resolve: 'Say what shows that it is gone.',
  reopen: 'Say why it is a risk again.',
}
