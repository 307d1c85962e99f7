import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut, EvidenceInput } from './schema.ts'

export const addItemEvidence = command({
  name: 'action_item.add_evidence',
  summary: 'Adds what shows that an action item is true.',
  scope: 'action-items:write',
  input: EvidenceInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => can(actor, 'edit', 'actionItem', item),
  async run(work, { input: { kind, url, note }, subject: item }) {
    const { db, now, actor } = work
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.itemEvidence.createMany({
      data: { id: newId(now), actionItemId: item.id, kind, url: url ?? '', note, byId, at: now },
    })
    return {
      read: () => actionItemById(work, item.id),
      events: [happened('action_item.evidence_added', item.id, { kind, note })],
    }
  },
})
