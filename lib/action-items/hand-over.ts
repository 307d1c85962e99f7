import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { invalid, refuse } from '#lib/problem.ts'

/** It goes into the program at once, and its lead is asked to take it in or to give it back. */
export async function handOver(
  work: Work,
  item: { id: string },
  { program, reason }: { program: number | null; reason: string },
): Promise<void> {
  if (!program) refuse(invalid('program', 'Choose the program that should take it in.'))
  const found = await work.db.program.findUnique({
    where: { number: program },
    select: { id: true, number: true, name: true, leadId: true, state: true },
  })
  if (!found || found.state === 'closed' || found.state === 'stopped')
    refuse(invalid('program', 'Choose a program that has not ended.'))
  await assign(work, item.id, { programId: found.id, milestoneId: null, reason })
  await notify(work, {
    kind: 'item_handed',
    people: [found.leadId],
    subject: { kind: 'action_item', id: item.id },
    facts: { program: found.number, name: found.name },
  })
}

export const takeBack = (work: Work, actionItemId: string, reason: string) =>
  assign(work, actionItemId, { programId: null, milestoneId: null, reason })

export async function assign(
  { db, now, actor }: Work,
  actionItemId: string,
  to: { programId: string | null; milestoneId: string | null; reason: string },
): Promise<void> {
  const byId = actor.kind === 'person' ? actor.personId : null
  await db.assignment.createMany({ data: { id: newId(now), actionItemId, ...to, byId, at: now } })
}
