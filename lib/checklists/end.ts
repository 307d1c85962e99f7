import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import type { ChecklistOutcome } from '#prisma/client/enums.ts'
import { countOpen } from './model.ts'
import { getChecklist, lockChecklist } from './queries.ts'
import { AbandonChecklistInput, ChecklistOut, FinishChecklistInput } from './schema.ts'

export const finishChecklist = command({
  name: 'checklist.finish',
  summary: 'Finishes a checklist of which no item is open.',
  scope: 'guides:write',
  input: FinishChecklistInput,
  output: ChecklistOut,
  subject: (work, { number }) => lockChecklist(work, number),
  may: (actor, checklist) => can(actor, 'edit', 'checklist', checklist),
  async run(work, { input: { number, note }, subject }) {
    const open = countOpen(subject.items)
    if (open > 0 && !subject.end)
      refuse(conflict(`${open === 1 ? 'One item is' : `${open} items are`} open: tick off or leave out first.`))
    await end(work, subject, { outcome: 'finished', note })
    return { read: () => getChecklist(work, number), events: [happened('checklist.finished', subject.id, { note })] }
  },
})

export const abandonChecklist = command({
  name: 'checklist.abandon',
  summary: 'Abandons a checklist, for a reason. What was done stays readable.',
  scope: 'guides:write',
  input: AbandonChecklistInput,
  output: ChecklistOut,
  subject: (work, { number }) => lockChecklist(work, number),
  may: (actor, checklist) => can(actor, 'edit', 'checklist', checklist),
  async run(work, { input: { number, reason }, subject }) {
    await end(work, subject, { outcome: 'abandoned', note: reason })
    return {
      read: () => getChecklist(work, number),
      events: [happened('checklist.abandoned', subject.id, { reason })],
    }
  },
})

async function end(
  { db, now, actor }: Work,
  checklist: { id: string; end: unknown },
  how: { outcome: ChecklistOutcome; note: string },
): Promise<void> {
  if (checklist.end) refuse(conflict('This checklist has ended already.'))
  const byId = actor.kind === 'person' ? actor.personId : null
  await db.checklistEnd.createMany({ data: { checklistId: checklist.id, ...how, byId, at: now } })
}
