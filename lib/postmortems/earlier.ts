import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { earlierItems, presentEarlier } from '#lib/recurrences/earlier.ts'
import type { EarlierItemOut } from '#lib/recurrences/schema.ts'
import { dateFromLocal, localFromDate } from '#lib/time.ts'

/** Kept with the publication, as rows rather than in its text: a reader sees those of items that are open to them. */
export async function freezeEarlier(
  work: Work,
  { publicationId, incidentId }: { publicationId: string; incidentId: string },
): Promise<void> {
  const items = await earlierItems(work, incidentId)
  await work.db.itemAtImpact.createMany({
    data: items.map(({ row, commitment, progress, overdue, dueOn, verifiedAt }) => ({
      publicationId,
      actionItemId: row.id,
      commitment,
      progress,
      overdue,
      dueOn: dateFromLocal(dueOn),
      verifiedAt,
    })),
  })
}

/**
 * Which items of the same mechanism and service there were when it began. Readers of something published have what was
 * frozen with it, also where the incident itself is closed to them; before that it is worked out from the facts.
 */
export async function getEarlierItems(work: Work, number: number): Promise<EarlierItemOut[]> {
  const row = await work.db.postmortem.findUnique({
    where: { number },
    select: {
      incidentId: true,
      state: true,
      publications: { orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: 1, select: { id: true } },
    },
  })
  if (!row) return refuse(notFound)
  const [latest] = row.publications
  if (row.state === 'published' && latest) return frozen(work, latest.id)
  return row.incidentId ? (await earlierItems(work, row.incidentId)).map(presentEarlier) : []
}

async function frozen({ db }: Work, publicationId: string): Promise<EarlierItemOut[]> {
  const rows = await db.itemAtImpact.findMany({
    where: { publicationId },
    include: { actionItem: { select: { number: true, title: true, mechanism: true } } },
    orderBy: [{ dueOn: 'asc' }, { actionItemId: 'asc' }],
  })
  return rows.map(({ actionItem, commitment, progress, overdue, dueOn, verifiedAt }) => ({
    ...actionItem,
    commitment,
    progress,
    overdue,
    dueOn: localFromDate(dueOn),
    verifiedAt: verifiedAt?.toISOString() ?? null,
  }))
}
