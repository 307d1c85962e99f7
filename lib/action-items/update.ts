import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal, localFromDate } from '#lib/time.ts'
import { mayUpdate } from './model.ts'
import { activeOwner } from './propose.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, UpdateInput } from './schema.ts'

export const updateActionItem = command({
  name: 'action_item.update',
  summary: 'Changes an open action item.',
  scope: 'action-items:write',
  input: UpdateInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => all(can(actor, 'edit', 'actionItem', item), mayUpdate(item)),
  async run(work, { input: { number: _, version, team, owner, dueOn, ...fields }, subject: item }) {
    const { db, now } = work
    if (version !== item.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this item meanwhile. Compare and save again.',
        current: await actionItemById(work, item.id),
      })
    const before = localFromDate(item.dueOn)
    const data = {
      ...defined(fields),
      ...(team !== undefined && { teamId: (await teamBySlug(work, team, 'team')).id }),
      ...(owner !== undefined && { ownerId: await activeOwner(work, owner) }),
      ...(dueOn !== undefined && { dueOn: dateFromLocal(dueOn) }),
    }
    await db.actionItem.update({ where: { id: item.id }, data: { ...data, version: { increment: 1 }, updatedAt: now } })
    const moved = dueOn !== undefined && dueOn !== before && { dueOn: { from: before, to: dueOn } }
    return {
      value: await actionItemById(work, item.id),
      events: [
        happened('action_item.updated', item.id, {
          changed: Object.keys(defined({ ...fields, team, owner, dueOn })),
          ...moved,
        }),
      ],
    }
  },
})
