import { newId } from '#lib/ids.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { NOW, names, type World } from './world.ts'

type Db = Prisma.TransactionClient

/** What a publication told of the items, and what a change of all of them replaced: of every second one by Max. */
export async function stageBoard(
  db: Db,
  { personIds, teamIds }: World,
  items: readonly { id: string; number: number; teamId?: string | undefined }[],
): Promise<void> {
  const publication = await db.publication.findFirst({ select: { id: true } })
  if (publication)
    await db.itemAtImpact.createMany({
      data: items.map(({ id }) => ({
        ...{ publicationId: publication.id, actionItemId: id, commitment: 'accepted' as const },
        ...{ progress: 'open' as const, overdue: false, dueOn: NOW },
      })),
    })
  await db.itemBefore.createMany({
    data: items.map(({ id, number, teamId }) => ({
      ...{ editId: newId(NOW), actionItemId: id, byId: personIds[number % 2 ? 'max' : 'gus'], at: NOW },
      ...{ version: 2, teamId: teamId ?? teamIds.edge, dueOn: NOW, priority: 'p2' as const, rescheduleCount: 0 },
    })),
  })
}

/** Each person's own view, one for everybody and one for each team; and everybody begins with their own. */
export async function stageViews(db: Db, { personIds, teamIds }: World): Promise<void> {
  const views = names.flatMap((name) =>
    [
      { visibility: 'restricted' as const },
      { visibility: 'company' as const },
      ...Object.values(teamIds).map((teamId) => ({ visibility: 'team' as const, teamId })),
    ].map((shape) => ({
      ...{
        ...shape,
        id: newId(NOW),
        list: 'action_items' as const,
        name: 'Staged',
        query: '',
        createdById: personIds[name],
      },
      ...{ createdAt: NOW, updatedAt: NOW },
    })),
  )
  await db.savedView.createMany({ data: views })
  await db.defaultView.createMany({
    data: views
      .filter(({ visibility }) => visibility === 'restricted')
      .map(({ id, createdById }) => ({ viewId: id, personId: createdById })),
  })
}
