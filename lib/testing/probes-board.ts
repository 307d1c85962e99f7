import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { joinActionItem } from '#lib/action-items/join.ts'
import { undoEdit } from '#lib/action-items/undo-edit.ts'
import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'
import { answerRecurrence } from '#lib/recurrences/answer.ts'
import { beginWithView } from '#lib/views/begin-with.ts'
import { removeView } from '#lib/views/remove.ts'
import { saveView } from '#lib/views/save.ts'
import { updateView } from '#lib/views/update.ts'
import { type Probe, probe } from './probe.ts'

export function ofViews(): Probe[] {
  const given = (verb: 'create' | 'share') => ({
    sees: () => true,
    may: (actor: Actor) => can(actor, 'create', 'view').allowed && can(actor, verb, 'view').allowed,
  })
  const view = { list: 'action_items', name: 'Late', query: 'status=overdue' }
  return [
    probe(saveView, view, given('create')),
    probe(saveView, { ...view, sharing: 'everyone' }, given('share')),
    probe(beginWithView, {}, given('create')),
  ]
}

/** A view of one's own, items of which each may refuse, or an item and an incident together. Their own tests try them. */
export const unprobedBoard = [
  ...[updateView.name, removeView.name],
  ...[editManyActionItems.name, undoEdit.name, joinActionItem.name, answerRecurrence.name],
]
