import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { mayReopen } from './model.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, ReopenInput } from './schema.ts'

export const reopenActionItem = command({
  name: 'action_item.reopen',
  summary: 'Opens a closed action item again.',
  scope: 'action-items:write',
  input: ReopenInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => all(can(actor, 'edit', 'actionItem', item), mayReopen(item)),
  async run(work, { input: { reason }, subject: item }) {
    await work.db.closure.deleteMany({ where: { actionItemId: item.id } })
    return {
      value: await actionItemById(work, item.id),
      events: [happened('action_item.reopened', item.id, { reason })],
    }
  },
})
