import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { mergeActionItem } from '#lib/action-items/merge.ts'
import { mayUpdate } from '#lib/action-items/model.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'
import { type Probe, probe } from './probe.ts'
import type { StagedItem } from './stage-items.ts'

/** What can be done to one action item. */
export function ofItem(row: StagedItem): Probe[] {
  const { number, closed, postmortem } = row
  const sees = (actor: Actor) =>
    postmortem ? can(actor, 'read', 'postmortem', postmortem).allowed : can(actor, 'read', 'actionItem', row).allowed
  const edits = (allowed: boolean) => ({
    sees,
    may: (actor: Actor) => allowed && can(actor, 'edit', 'actionItem', row).allowed,
  })
  return [
    probe(updateActionItem, { number, version: 1, title: 'Another title' }, edits(mayUpdate({ closed }).allowed)),
    probe(decideActionItem, { number, to: 'declined', reason: 'Not worth it.' }, edits(true)),
    probe(
      advanceActionItem,
      closed
        ? { number, to: 'regressed', note: 'It came back.', because: 'ineffective' }
        : { number, to: 'in_progress' },
      edits(true),
    ),
    probe(addItemEvidence, { number, kind: 'drill', note: 'It is shown.' }, edits(true)),
  ]
}

/** A second record may be hidden from whoever asks. */
export const unprobedItems = [mergeActionItem.name]
