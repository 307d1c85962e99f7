import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { openProgram } from './into-program.ts'

/** It goes into the program at once, and its lead is asked to take it in or to give it back. */
export async function handOver(
  work: Work,
  item: { id: string },
  { program, reason }: { program: number | null; reason: string },
): Promise<void> {
  const found = await openProgram(work, program)
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

type Place = { programId: string | null; milestoneId: string | null; reason: string }

export const assign = (work: Work, actionItemId: string, to: Place) => assignAll(work, [{ actionItemId, ...to }])

export async function assignAll(
  { db, now, actor }: Work,
  places: readonly (Place & { actionItemId: string })[],
): Promise<void> {
  const byId = actor.kind === 'person' ? actor.personId : null
  await db.assignment.createMany({ data: places.map((place) => ({ ...place, id: newId(now), byId, at: now })) })
}
