import type { Prisma } from '#prisma/client/client.ts'
import type { TeamOut, TeamWithMembersOut } from './schema.ts'

export const withCounts = { _count: { select: { memberships: true, services: true } } } as const

export const withMembers = {
  _count: { select: { services: true } },
  memberships: {
    select: { role: true, person: { select: { id: true, name: true, title: true, deactivatedAt: true } } },
    orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }],
  },
} as const satisfies Prisma.TeamInclude

type CountedRow = Prisma.TeamGetPayload<{ include: typeof withCounts }>
type FullRow = Prisma.TeamGetPayload<{ include: typeof withMembers }>

export function presentTeam({ slug, name, description, zone, _count }: CountedRow): TeamOut {
  return { slug, name, description, zone, members: _count.memberships, services: _count.services }
}

export function presentTeamWithMembers(row: FullRow): TeamWithMembersOut {
  const { slug, name, description, zone, _count, memberships } = row
  return {
    slug,
    name,
    description,
    zone,
    services: _count.services,
    members: memberships.map(({ role, person: { id, name, title, deactivatedAt } }) => ({
      id,
      name,
      title,
      role,
      active: deactivatedAt === null,
    })),
  }
}
