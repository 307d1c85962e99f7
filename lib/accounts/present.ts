import { type Scope, scopes } from '#lib/actor.ts'
import type { ApiToken, Organization, Prisma, Session } from '#prisma/client/client.ts'
import type { ApiTokenOut, OrganizationOut, PersonOut, SessionOut } from './schema.ts'

/** What every query about people loads. */
export const withTeams = {
  memberships: {
    select: { role: true, team: { select: { slug: true, name: true } } },
    orderBy: { team: { slug: 'asc' } },
  },
} as const satisfies Prisma.PersonInclude

type PersonRow = Prisma.PersonGetPayload<{ include: typeof withTeams }>

export function presentPerson({ memberships, createdAt, deactivatedAt, ...row }: PersonRow): PersonOut {
  const { id, name, email, title, role, zone, about } = row
  return {
    id,
    name,
    email,
    title,
    role,
    zone,
    about,
    createdAt: createdAt.toISOString(),
    deactivatedAt: deactivatedAt?.toISOString() ?? null,
    teams: memberships.map(({ role, team }) => ({ slug: team.slug, name: team.name, role })),
  }
}

export function presentOrganization({ name, zone, sample }: Organization): OrganizationOut {
  return { name, zone, sample }
}

export function presentApiToken(row: Omit<ApiToken, 'tokenHash' | 'personId'>): ApiTokenOut {
  const { id, name, lastFour, restricted, createdAt, expiresAt, lastUsedAt, revokedAt } = row
  return {
    id,
    name,
    lastFour,
    restricted,
    scopes: row.scopes.filter((value): value is Scope => scopes.some((scope) => scope === value)),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}

export function presentSession(row: Session, current: string | null): SessionOut {
  const { id, method, userAgent, ip, createdAt, lastSeenAt } = row
  return {
    id,
    method,
    userAgent,
    network: ip,
    current: id === current,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }
}
