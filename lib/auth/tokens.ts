import { type PersonActor, type Scope, scopes } from '#lib/actor.ts'
import type { Database } from '#lib/db/client.ts'
import type { Role, TeamRole } from '#prisma/client/enums.ts'
import { hashSecret, looksSecret, newSecret } from './secrets.ts'

const PREFIX = 'fbk_'
const TOUCH_MS = 10 * 60_000

/** The prefix lets secret scanners find a token that was committed somewhere. */
export const newApiToken = () => PREFIX + newSecret()

/** Its person, as far as its scopes reach; null for anything unknown, revoked, expired or of somebody who left. */
export async function actorOfToken(
  database: Database,
  { token, now }: { token: string; now: Date },
): Promise<PersonActor | null> {
  if (!token.startsWith(PREFIX) || !looksSecret(token.slice(PREFIX.length))) return null
  return database.asOwner(async (db) => {
    const [row] = await db.$queryRaw<TokenRow[]>`
      select t."id" as "tokenId", t."scopes", t."restricted", t."lastUsedAt", p."id" as "personId", p."name", p."role"::text, p."zone",
        (select coalesce(jsonb_object_agg(m."teamId", m."role"), '{}') from "Membership" m where m."personId" = p."id") as "teams"
      from "ApiToken" t join "Person" p on p."id" = t."personId"
      where t."tokenHash" = ${hashSecret(token)} and t."revokedAt" is null and t."expiresAt" > ${now} and p."deactivatedAt" is null`
    if (!row) return null
    const { tokenId, scopes: given, restricted, lastUsedAt, ...person } = row
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > TOUCH_MS)
      await db.apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } })
    return {
      kind: 'person',
      ...person,
      via: { kind: 'token', tokenId, scopes: given.filter(isScope) },
      seesRestricted: restricted,
    }
  })
}

type TokenRow = {
  tokenId: string
  scopes: string[]
  restricted: boolean
  lastUsedAt: Date | null
  personId: string
  name: string
  role: Role
  zone: string
  teams: Record<string, TeamRole>
}

const isScope = (value: string): value is Scope => scopes.some((scope) => scope === value)
