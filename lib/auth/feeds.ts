import type { PersonActor } from '#lib/actor.ts'
import type { Database } from '#lib/db/client.ts'
import type { Role, TeamRole } from '#prisma/client/enums.ts'
import { hashSecret, looksSecret } from './secrets.ts'

const TOUCH_MS = 10 * 60_000

export type Feed = { actor: PersonActor; id: string; name: string; query: string }

/**
 * Whose calendar address this is, as they are today: their role, their teams. It reads and nothing else, and never what is
 * restricted: a calendar is kept by other companies and looked at by more people than its owner.
 */
export async function feedOfToken(
  database: Database,
  { token, now }: { token: string; now: Date },
): Promise<Feed | null> {
  if (!looksSecret(token)) return null
  return database.asOwner(async (db) => {
    const [row] = await db.$queryRaw<Row[]>`
      select f."id", f."name" as "feed", f."query", f."lastUsedAt", p."id" as "personId", p."name", p."role"::text, p."zone",
        (select coalesce(jsonb_object_agg(m."teamId", m."role"), '{}') from "Membership" m where m."personId" = p."id") as "teams"
      from "CalendarFeed" f join "Person" p on p."id" = f."personId"
      where f."tokenHash" = ${hashSecret(token)} and f."revokedAt" is null and p."deactivatedAt" is null`
    if (!row) return null
    const { id, feed, query, lastUsedAt, ...person } = row
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > TOUCH_MS)
      await db.calendarFeed.updateMany({ where: { id }, data: { lastUsedAt: now } })
    const via = { kind: 'token' as const, tokenId: id, scopes: ['action-items:read' as const] }
    return { id, name: feed, query, actor: { kind: 'person', ...person, via, seesRestricted: false } }
  })
}

type Row = {
  id: string
  feed: string
  query: string
  lastUsedAt: Date | null
  personId: string
  name: string
  role: Role
  zone: string
  teams: Record<string, TeamRole>
}
