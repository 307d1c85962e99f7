import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { presentNotifications, restrictedOf } from './present.ts'
import type { ListNotificationsInput, NotificationOut } from './schema.ts'

/** What the badge beside the inbox counts to. */
export const UNREAD_MAX = 99

/** Newest first. Row-level security leaves out those whose record is closed to this person now. */
export async function listNotifications(
  work: Work,
  { cursor, limit, unread }: z.output<typeof ListNotificationsInput>,
): Promise<Page<NotificationOut>> {
  const { db } = work
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const rows = await db.notification.findMany({
    where: {
      ...(unread && { readAt: null }),
      ...(after && { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id])
  return { nextCursor, items: await presentNotifications(work, items) }
}

/** What one mail tells of, as far as it still waits, oldest first: it is read as a story of what happened. */
export async function listDigested(
  work: Work,
  digestId: string,
): Promise<(NotificationOut & { restricted: boolean })[]> {
  const rows = await work.db.notification.findMany({
    where: { digestId, readAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const closed = await restrictedOf(work, rows)
  return (await presentNotifications(work, rows)).map((item, index) => ({
    ...item,
    restricted: closed.has(rows[index]?.subjectId ?? ''),
  }))
}

/** How many wait, up to one more than the badge shows. */
export async function countUnread({ db }: Work, personId: string): Promise<number> {
  const rows = await db.notification.findMany({
    where: { personId, readAt: null },
    select: { id: true },
    take: UNREAD_MAX + 1,
  })
  return rows.length
}
