import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { readUpdate, type Update } from './model.ts'

/** As many at once as an editor catches up in one message. */
const CATCH_UP_MAX = 5_000

/** The updates that led from one version to another, in order; undefined when they are no longer kept. */
export async function updatesBetween(
  { db }: Pick<Work, 'db'>,
  { postmortemId, key, after, upTo }: { postmortemId: string; key: string; after: number; upTo: number },
): Promise<Update[] | undefined> {
  if (after > upTo || upTo - after > CATCH_UP_MAX) return undefined
  if (after === upTo) return []
  const rows = await db.sectionUpdate.findMany({
    where: { postmortemId, key, version: { gt: after, lte: upTo } },
    orderBy: { version: 'asc' },
    select: { client: true, changes: true },
  })
  return rows.length === upTo - after ? rows.map(readUpdate) : undefined
}

/** What came after a version, in order; undefined when the first of it is no longer kept. */
export async function updatesAfter(
  { db }: Pick<Work, 'db'>,
  { postmortemId, key, after }: { postmortemId: string; key: string; after: number },
): Promise<Update[] | undefined> {
  const rows = await db.sectionUpdate.findMany({
    where: { postmortemId, key, version: { gt: after } },
    orderBy: { version: 'asc' },
    take: CATCH_UP_MAX,
    select: { version: true, client: true, changes: true },
  })
  return rows.length === 0 || rows[0]?.version === after + 1 ? rows.map(readUpdate) : undefined
}

/** The text as it stands, with the version it has; null where there is none, or none for whoever asks. */
export async function findSection(
  { db }: Pick<Work, 'db'>,
  { postmortemId, key }: { postmortemId: string; key: string },
) {
  return db.section.findUnique({
    where: { postmortemId_key: { postmortemId, key } },
    select: { body: true, version: true },
  })
}

export const getSection = async (work: Pick<Work, 'db'>, which: { postmortemId: string; key: string }) =>
  (await findSection(work, which)) ?? refuse(notFound)

export async function listSections({ db }: Pick<Work, 'db'>, postmortemId: string) {
  return db.section.findMany({
    where: { postmortemId },
    orderBy: { position: 'asc' },
    select: { key: true, heading: true, version: true },
  })
}

/** What `can` looks at, in one statement's worth of relations: it is asked at every push. */
export async function getDocument({ db, actor }: Pick<Work, 'db' | 'actor'>, number: number) {
  const mine = actor.kind === 'person' ? { personId: actor.personId } : {}
  const row = await db.postmortem.findUnique({
    where: { number },
    select: {
      id: true,
      number: true,
      title: true,
      visibility: true,
      teamId: true,
      leadId: true,
      state: true,
      grants: { where: mine, select: { personId: true } },
      reviews: { select: { reviewers: { where: mine, select: { personId: true } } } },
    },
  })
  if (!row) return refuse(notFound)
  return { ...row, reviewerIds: row.reviews.flatMap(({ reviewers }) => reviewers.map(({ personId }) => personId)) }
}
export type Document = Awaited<ReturnType<typeof getDocument>>
