import type { PersonActor } from '#lib/actor.ts'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import type { Work } from '#lib/context.ts'
import type { FeedOut } from './schema.ts'

/** Somebody's own calendar addresses, newest first; never their secrets. */
export async function listCalendarFeeds(work: Work, { personId }: PersonActor): Promise<FeedOut[]> {
  const rows = await onIdentityTables(work, (db) =>
    db.calendarFeed.findMany({
      where: { personId },
      orderBy: { createdAt: 'desc' },
      omit: { tokenHash: true, personId: true },
      take: 100,
    }),
  )
  return rows.map(presentFeed)
}

type Row = { id: string; name: string; query: string; createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }

export const presentFeed = ({ id, name, query, createdAt, lastUsedAt, revokedAt }: Row): FeedOut => ({
  id,
  name,
  query,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
})
