import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'
import { completed } from './accept.ts'
import { handOver, takeBack } from './hand-over.ts'
import { mayDecide, weighty } from './model.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, DecideInput } from './schema.ts'

type Item = Awaited<ReturnType<typeof lockActionItem>>
type Input = (typeof DecideInput)['_output']

export const decideActionItem = command({
  name: 'action_item.decide',
  summary:
    'Decides about an action item: accepts it, accepts its risk until a date, hands it to a program, declines it, or proposes it again.',
  scope: 'action-items:write',
  input: DecideInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => can(actor, 'edit', 'actionItem', item),
  async run(work, { input, subject: item }) {
    const { db, now, actor } = work
    const { to, reason } = input
    const decision = mayDecide(item, to)
    if (!decision.allowed) refuse(conflict(decision.reason))
    if (to === 'accepted') await completed(work, item, input)
    if (to === 'declined' && !reason) refuse(invalid('reason', 'Say why it will not be done.'))
    const risk = to === 'risk_accepted' ? await acceptance(work, item, input) : { until: null, approverId: null }
    const byId = actor.kind === 'person' ? actor.personId : null
    if (to === 'handed') await handOver(work, item, { program: input.program ?? null, reason })
    if (item.commitment === 'handed') await takeBack(work, item.id, reason)
    await db.commitment.createMany({
      data: { id: newId(now), actionItemId: item.id, kind: to, reason, ...risk, byId, at: now },
    })
    const until = input.until && to === 'risk_accepted' ? { until: input.until } : {}
    return {
      value: await actionItemById(work, item.id),
      events: [happened('action_item.decided', item.id, { from: item.commitment, to, reason, ...until })],
    }
  },
})

async function acceptance({ db, now }: Work, item: Item, { until, approver, reason }: Input) {
  if (!reason) refuse(invalid('reason', 'Say why the risk can be carried.'))
  const team = await db.team.findUniqueOrThrow({ where: { id: item.teamId }, select: { zone: true } })
  if (!until || until <= localDate(now, team.zone))
    refuse(invalid('until', 'Choose a day to come: then it is asked again.'))
  if (!approver) refuse(invalid('approver', 'Name who accepts the risk.'))
  const person = await db.person.findUnique({
    where: { id: approver },
    select: { role: true, deactivatedAt: true, memberships: { where: { teamId: item.teamId, role: 'owner' } } },
  })
  if (!person || person.deactivatedAt) refuse(invalid('approver', 'Choose somebody who is active here.'))
  const answers = person.memberships.length > 0 || ['administrator', 'program_manager'].includes(person.role)
  if (weighty(item) && (!answers || approver === item.ownerId))
    refuse(
      invalid(
        'approver',
        'The risk of a P0 or P1 is accepted by somebody else than its owner: an owner of the team, a program manager or an administrator.',
      ),
    )
  return { until: dateFromLocal(until), approverId: approver }
}
