import { z } from 'zod'
import { subjectsOf } from '#lib/activity/subjects.ts'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { partOf, sentenceOf } from './model.ts'
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
  const subjects = await subjectsOf(work, items)
  const people = await db.person.findMany({
    where: { id: { in: items.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    nextCursor,
    items: items.map(({ id, createdAt, kind, data, actorId, readAt, subjectId }) => ({
      ...{ id, at: createdAt.toISOString(), kind, readAt: readAt?.toISOString() ?? null },
      says: sentenceOf(kind, names.get(actorId ?? '') ?? 'Firebreak', data) ?? 'Something happened here.',
      subject: withPart(subjects.get(subjectId), partOf(kind, data)),
    })),
  }
}

const withPart = (subject: { href: string; label: string } | undefined, part: string) =>
  subject ? { ...subject, href: subject.href + part } : null

/** How many wait, up to one more than the badge shows. */
export async function countUnread({ db, actor }: Work): Promise<number> {
  if (actor.kind !== 'person') return 0
  const rows = await db.notification.findMany({
    where: { personId: actor.personId, readAt: null },
    select: { id: true },
    take: UNREAD_MAX + 1,
  })
  return rows.length
}
