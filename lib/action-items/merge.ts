import { z } from 'zod'
import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { keepBefore } from './before.ts'
import { mayDecide } from './model.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, MergeInput } from './schema.ts'

/** With what takes it back. */
const MergedOut = ActionItemOut.extend({ edit: z.string() })

/** Two items about one thing become one; the incidents of the duplicate move along. */
export const mergeActionItem = command({
  name: 'action_item.merge',
  summary: 'Marks an action item as a duplicate of another, which takes over its incidents.',
  scope: 'action-items:write',
  input: MergeInput,
  output: MergedOut,
  async subject(work, { number, of }) {
    if (number === of) refuse(invalid('of', 'Choose another item.'))
    // Always in the same order, so that two who merge the same pair both ways wait for each other and do not deadlock.
    const locked = new Map<number, Awaited<ReturnType<typeof lockActionItem>>>()
    for (const each of [number, of].sort((a, b) => a - b)) locked.set(each, await lockActionItem(work, each))
    const [item, kept] = [locked.get(number), locked.get(of)]
    return item && kept ? { item, kept } : refuse({ kind: 'not_found' })
  },
  may: (actor, { item, kept }) => all(can(actor, 'edit', 'actionItem', item), can(actor, 'edit', 'actionItem', kept)),
  async run(work, { input: { reason }, subject: { item, kept } }) {
    const { db, now, actor } = work
    const decision = mayDecide(item, 'duplicate')
    if (!decision.allowed) refuse(conflict(decision.reason))
    if (kept.closed) refuse(conflict('The other item is closed. Choose one that is open.'))
    const byId = actor.kind === 'person' ? actor.personId : null
    const edit = newId(now)
    await db.commitment.createMany({
      data: {
        id: edit,
        actionItemId: item.id,
        kind: 'duplicate',
        duplicateOfId: kept.id,
        reason,
        byId,
        at: now,
      },
    })
    const moved = await db.itemIncident.findMany({ where: { actionItemId: item.id }, select: { incidentId: true } })
    await db.itemIncident.createMany({
      data: moved.map(({ incidentId }) => ({ incidentId, actionItemId: kept.id, commitmentId: edit })),
      skipDuplicates: true,
    })
    await db.actionItem.updateMany({
      where: { id: { in: [item.id, kept.id] } },
      data: { version: { increment: 1 }, updatedAt: now },
    })
    await keepBefore(work, { edit, items: [item, kept] })
    return {
      value: { ...(await actionItemById(work, item.id)), edit },
      events: [
        happened('action_item.decided', item.id, { from: item.commitment, to: 'duplicate', reason }),
        happened('action_item.took_over', kept.id, { incidents: moved.length }),
      ],
    }
  },
})
