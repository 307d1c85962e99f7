import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { mayMove, mayVerify } from './model.ts'
import { actionItemById, idOfItem, lockActionItem } from './queries.ts'
import { ActionItemOut, AdvanceInput } from './schema.ts'

/** Each of these is a claim somebody else must be able to read. */
const told = { verified: 'Say what shows that it is true.', regressed: 'Say what was seen.', dropped: 'Say why.' }

export const advanceActionItem = command({
  name: 'action_item.advance',
  summary:
    'Says how far an accepted action item is: in progress, blocked, in verification, verified, regressed, dropped.',
  scope: 'action-items:write',
  input: AdvanceInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => can(actor, 'edit', 'actionItem', item),
  async run(work, { input: { to, note, blockedBy, because }, subject: item }) {
    const { db, now, actor } = work
    const byId = actor.kind === 'person' ? actor.personId : null
    const evidence = to === 'verified' ? await db.itemEvidence.count({ where: { actionItemId: item.id } }) : 0
    const decision = all(
      mayMove(item, to),
      to === 'verified' ? mayVerify(item, { verifier: byId, evidence }) : { allowed: true },
    )
    if (!decision.allowed) refuse(conflict(decision.reason))
    if (to in told && !note) refuse(invalid('note', told[to as keyof typeof told]))
    if (to === 'blocked' && !note && !blockedBy) refuse(invalid('note', 'Say what blocks it.'))
    if (to === 'regressed' && !because) refuse(invalid('because', 'Choose why it came back.'))
    const blockedById = to === 'blocked' && blockedBy ? await idOfItem(work, blockedBy, 'blockedBy') : null
    if (blockedById === item.id) refuse(invalid('blockedBy', 'An item cannot block itself.'))
    await db.progress.createMany({
      data: {
        id: newId(now),
        actionItemId: item.id,
        kind: to,
        note,
        blockedById,
        byId,
        at: now,
        because: to === 'regressed' ? (because ?? null) : null,
      },
    })
    return {
      read: () => actionItemById(work, item.id),
      events: [happened('action_item.advanced', item.id, { from: item.progress, to, note })],
    }
  },
})
