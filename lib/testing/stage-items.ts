import { newId } from '#lib/ids.ts'
import { stageBoard } from './stage-board.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'
import { type Db, eventRow, FIRST_NUMBER, type Staged } from './stage-rows.ts'
import { type Name, NOW, type World } from './world.ts'

export type ItemShape = { team: 'edge' | 'control'; owner: Name | null; creator: Name | null; postmortem?: number }

export type StagedItem = Staged & { closed: boolean; postmortem: StagedPostmortem | null }

/** Every second one is closed. */
export async function stageItems(
  db: Db,
  cast: World,
  { shapes, postmortems }: { shapes: readonly ItemShape[]; postmortems: readonly StagedPostmortem[] },
): Promise<StagedItem[]> {
  const staged = shapes.map(
    ({ team, owner, creator, postmortem }, index): StagedItem => ({
      ...{ id: newId(NOW), number: FIRST_NUMBER + index, teamId: cast.teamIds[team], closed: index % 2 === 1 },
      ownerId: owner && cast.personIds[owner],
      createdById: creator && cast.personIds[creator],
      postmortem: postmortem === undefined ? null : (postmortems[postmortem] ?? null),
    }),
  )
  await db.actionItem.createMany({
    data: staged.map(({ id, number, ownerId = null, createdById = null, postmortem }, index) => ({
      ...{ id, number, title: `Staged ${number}`, priority: 'p1' as const, postmortemId: postmortem?.id ?? null },
      ...{ teamId: cast.teamIds[shapes[index]?.team ?? 'edge'], ownerId, createdById },
      ...{ dueOn: NOW, originalDueOn: NOW, createdAt: NOW, updatedAt: NOW },
    })),
  })
  const each = staged.map(({ id }) => ({ id: newId(NOW), actionItemId: id, at: NOW }))
  await db.commitment.createMany({ data: each.map((row) => ({ ...row, kind: 'accepted' as const })) })
  await db.itemEvidence.createMany({ data: each.map((row) => ({ ...row, kind: 'drill' as const, note: 'Shown.' })) })
  await db.progress.createMany({
    data: each
      .filter((_, index) => staged[index]?.closed)
      .map((row) => ({ ...row, kind: 'verified' as const, note: 'Shown.' })),
  })
  await db.itemLink.createMany({
    data: each.map(({ id, actionItemId }) => {
      return { id, actionItemId, position: 0, label: 'Tracker', url: 'https://tracker.example/1' }
    }),
  })
  const incident = await db.incident.findFirst({ orderBy: { number: 'asc' }, select: { id: true } })
  if (incident) {
    await db.itemIncident.createMany({
      data: each.map(({ actionItemId }) => ({ actionItemId, incidentId: incident.id })),
    })
    await db.recurrence.createMany({
      data: each.map((row) => ({ ...row, incidentId: incident.id, answer: 'related' as const, reason: 'Near.' })),
    })
  }
  await stageBoard(db, cast, staged)
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('action_item.proposed', 'action_item', id)) })
  return staged
}
