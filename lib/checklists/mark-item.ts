import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, notFound, refuse } from '#lib/problem.ts'
import { getChecklist, lockChecklist } from './queries.ts'
import { ChecklistOut, MarkItemInput } from './schema.ts'

export const markItem = command({
  name: 'checklist.mark_item',
  summary: 'Says of one item of a checklist that it is done, does not apply or is not done yet, with what shows it.',
  scope: 'guides:write',
  input: MarkItemInput,
  output: ChecklistOut,
  subject: (work, { number }) => lockChecklist(work, number),
  may: (actor, checklist) => can(actor, 'edit', 'checklist', checklist),
  async run(work, { input: { number, item, mark, note, url }, subject: { id, end, items } }) {
    const { db, now, actor } = work
    const { id: itemId, text } = items.find(({ position }) => position === item) ?? refuse(notFound)
    if (end) refuse(conflict('This checklist has ended. Start it again to go on.'))
    if (mark === 'not_applicable' && !note) refuse(invalid('note', 'Say why it does not apply to this service.'))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.checklistMark.createMany({ data: { id: newId(now), itemId, mark, note, url, byId, at: now } })
    return {
      read: () => getChecklist(work, number),
      events: [happened('checklist.marked', id, { item: text, mark, note })],
    }
  },
})
