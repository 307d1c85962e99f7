import { z } from 'zod'
import { idOfSubject } from '#lib/activity/queries.ts'
import type { SubjectRef } from '#lib/activity/schema.ts'
import { subjectsOf } from '#lib/activity/subjects.ts'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import type { ListWatchedInput, WatchedOut } from './schema.ts'

/** What this person watches and may still see, the newest first. */
export async function listWatched(
  work: Work,
  { cursor, limit }: z.output<typeof ListWatchedInput>,
): Promise<Page<WatchedOut>> {
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const rows = await work.db.watcher.findMany({
    where: { ...(after && { OR: [{ since: { lt: after[0] } }, { since: after[0], subjectId: { lt: after[1] } }] }) },
    orderBy: [{ since: 'desc' }, { subjectId: 'desc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ since, subjectId }) => [since.toISOString(), subjectId])
  const subjects = await subjectsOf(work, items)
  return {
    nextCursor,
    items: items.flatMap(({ subjectKind, subjectId, since }) => {
      const subject = subjects.get(subjectId)
      const number = Number(subject?.href.split('/').at(-1))
      const kind = subjectKind as WatchedOut['kind']
      return subject ? [{ kind, number, since: since.toISOString(), subject }] : []
    }),
  }
}

/** Row-level security shows everybody their own rows and no others. */
export const isWatching = async ({ db }: Pick<Work, 'db'>, subjectId: string): Promise<boolean> =>
  (await db.watcher.count({ where: { subjectId } })) > 0

export const isWatchingRecord = async (work: Work, about: z.output<typeof SubjectRef>): Promise<boolean> =>
  isWatching(work, await idOfSubject(work, about))
