import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { acceptanceOf } from '#lib/teams/acceptance.ts'
import { completed } from './accept.ts'
import { handOver, takeBack } from './hand-over.ts'
import { mayDecide, weighty } from './model.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, DecideInput } from './schema.ts'

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
    if (to === 'risk_accepted' && !reason) refuse(invalid('reason', 'Say why the risk can be carried.'))
    const risk =
      to === 'risk_accepted'
        ? await acceptanceOf(work, item, { ...input, weighty: weighty(item) ? 'The risk of a P0 or P1' : null })
        : { until: null, approverId: null }
    const byId = actor.kind === 'person' ? actor.personId : null
    if (to === 'handed') await handOver(work, item, { program: input.program ?? null, reason })
    if (item.commitment === 'handed') await takeBack(work, item.id, reason)
    await db.commitment.createMany({
      data: { id: newId(now), actionItemId: item.id, kind: to, reason, ...risk, byId, at: now },
    })
    const until = input.until && to === 'risk_accepted' ? { until: input.until } : {}
    return {
      read: () => actionItemById(work, item.id),
      events: [happened('action_item.decided', item.id, { from: item.commitment, to, reason, ...until })],
    }
  },
})
