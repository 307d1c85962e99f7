import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'
import { mayTreat } from './model.ts'
import { lockRisk, riskById } from './queries.ts'
import { RiskOut, TreatRiskInput } from './schema.ts'

type Risk = Awaited<ReturnType<typeof lockRisk>>
type Input = (typeof TreatRiskInput)['_output']

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
    const accepted = kind === 'accept' ? await acceptance(work, risk, input) : { until: null, approverId: null }
    await db.riskTreatment.createMany({
      data: {
        ...{ id: newId(now), riskId: risk.id, kind, reason, ...accepted, at: now },
        byId: actor.kind === 'person' ? actor.personId : null,
      },
    })
    const until = kind === 'accept' && input.until ? { until: input.until } : {}
    return {
      value: await riskById(work, risk.id),
      events: [happened('risk.treated', risk.id, { kind, reason, ...until })],
    }
  },
})

const asked: Record<string, string> = {
  accept: 'Say why the risk can be carried.',
  resolve: 'Say what shows that it is gone.',
  reopen: 'Say why it is a risk again.',
}

/** Somebody else than its owner, who answers for the team or for the company. */
async function acceptance({ db, now }: Work, risk: Risk, { until, approver }: Input) {
  const team = await db.team.findUniqueOrThrow({ where: { id: risk.teamId }, select: { zone: true } })
  if (!until || until <= localDate(now, team.zone))
    refuse(invalid('until', 'Choose a day to come: then it comes back.'))
  if (!approver) refuse(invalid('approver', 'Name who accepts the risk.'))
  const person = await db.person.findUnique({
    where: { id: approver },
    select: { role: true, deactivatedAt: true, memberships: { where: { teamId: risk.teamId, role: 'owner' } } },
  })
  if (!person || person.deactivatedAt) refuse(invalid('approver', 'Choose somebody who is active here.'))
  const answers = person.memberships.length > 0 || ['administrator', 'program_manager'].includes(person.role)
  if (!answers || approver === risk.ownerId)
    refuse(
      invalid(
        'approver',
        'A risk is accepted by somebody else than its owner: an owner of the team, a program manager or an administrator.',
      ),
    )
  return { until: dateFromLocal(until), approverId: approver }
}
