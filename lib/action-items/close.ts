import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { mayClose } from './model.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, CloseInput } from './schema.ts'

export const closeActionItem = command({
  name: 'action_item.close',
  summary: 'Closes an action item: done, with evidence, or dropped, with a reason.',
  scope: 'action-items:write',
  input: CloseInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => all(can(actor, 'edit', 'actionItem', item), mayClose(item)),
  async run(work, { input: { outcome, note }, subject: item }) {
    const { db, now, actor } = work
    const closedById = actor.kind === 'person' ? actor.personId : null
    await db.closure.createMany({ data: { actionItemId: item.id, outcome, note, closedById, closedAt: now } })
    return {
      value: await actionItemById(work, item.id),
      events: [happened('action_item.closed', item.id, { outcome, note })],
    }
  },
})
