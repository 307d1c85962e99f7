import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import type { Commitment } from '#prisma/client/client.ts'
import type { lockMany } from './lock-many.ts'

type Item = Awaited<ReturnType<typeof lockMany>>[number]

/** `version` is the one they have now: another one later says that somebody went on. */
export async function keepBefore(
  { db, now, actor }: Work,
  { edit, items }: { edit: string; items: readonly Item[] },
): Promise<void> {
  if (actor.kind !== 'person') return
  const { personId: byId } = actor
  await db.itemBefore.createMany({
    data: items.map(({ id, version, ownerId, teamId, dueOn, priority, rescheduleCount, programId, milestoneId }) => ({
      editId: edit,
      actionItemId: id,
      byId,
      at: now,
      version: version + 1,
      ownerId,
      teamId,
      dueOn,
      priority,
      rescheduleCount,
      programId,
      milestoneId,
    })),
  })
}

/** Of a merging, which is known by its decision: whether that still is the newest one, and what stood before it. */
export type Merging = { duplicateId: string; stands: boolean; before: Commitment['kind'] }

export async function findMerging({ db }: Work, edit: string): Promise<Merging | null> {
  const merging = await db.commitment.findUnique({ where: { id: edit } })
  if (!merging) return null
  const { actionItemId } = merging
  const [newest, before] = await db.commitment.findMany({
    where: { actionItemId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 2,
  })
  return { duplicateId: actionItemId, stands: newest?.id === edit, before: before?.kind ?? 'proposed' }
}

/** Decisions are only ever added: the item stands again as it did, and the other gives back what it took over. */
export async function takeApart({ db, now, actor }: Work, edit: string, { duplicateId, before }: Merging) {
  const byId = actor.kind === 'person' ? actor.personId : null
  await db.itemIncident.deleteMany({ where: { commitmentId: edit } })
  await db.commitment.createMany({
    data: { id: newId(now), actionItemId: duplicateId, kind: before, byId, at: now },
  })
}
