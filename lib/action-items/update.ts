import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal, localFromDate } from '#lib/time.ts'
import { mayUpdate, needsReasonToMove } from './model.ts'
import { linkIncidents, setLinks } from './parts.ts'
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
    const { incidents, links, reason, ...columns } = fields
    const moves = dueOn !== undefined && dueOn !== localFromDate(item.dueOn)
    if (version !== item.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this item meanwhile. Compare and save again.',
        current: await actionItemById(work, item.id),
      })
    if (moves && needsReasonToMove(item) && !reason)
      refuse(invalid('reason', 'Its date moved before. Say why it moves again.'))
    const before = await actionItemById(work, item.id)
    const data = {
      ...defined(columns),
      ...(team !== undefined && { teamId: (await teamBySlug(work, team, 'team')).id }),
      ...(owner !== undefined && { ownerId: owner === item.ownerId ? owner : await activeOwner(work, owner) }),
      ...(dueOn !== undefined && { dueOn: dateFromLocal(dueOn) }),
      ...(moves && item.commitment === 'accepted' && { rescheduleCount: { increment: 1 } }),
    }
    await db.actionItem.update({ where: { id: item.id }, data: { ...data, version: { increment: 1 }, updatedAt: now } })
    if (incidents) await linkIncidents(work, item.id, { numbers: incidents, only: true })
    if (links) await setLinks(work, item.id, links)
    const value = await actionItemById(work, item.id)
    const moved = value.dueOn !== before.dueOn && {
      dueOn: { from: before.dueOn, to: value.dueOn },
      ...(reason && { reason }),
    }
    return {
      value,
      events: [happened('action_item.updated', item.id, { changed: changedIn(before, value), ...moved })],
    }
  },
})

/** A form sends everything, so what it sent says nothing; what is different does. */
const changedIn = (before: ActionItemOut, after: ActionItemOut): string[] =>
  changeable.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

const changeable = [
  ...(['title', 'doneWhen', 'priority', 'team', 'owner', 'dueOn', 'purpose', 'domain', 'strength', 'effort'] as const),
  ...(['mechanism', 'shownBy', 'incidents', 'links'] as const),
]
