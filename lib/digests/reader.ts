import type { PersonActor } from '#lib/actor.ts'
import type { Prisma } from '#prisma/client/client.ts'

export const reader = { mail: true, memberships: true } as const satisfies Prisma.PersonInclude

/** Somebody who is told something while they are not there: as they would see it if they were. */
export const readerOf = (person: Prisma.PersonGetPayload<{ include: typeof reader }>, told: string): PersonActor => ({
  kind: 'person',
  personId: person.id,
  name: person.name,
  role: person.role,
  zone: person.zone,
  teams: Object.fromEntries(person.memberships.map(({ teamId, role }) => [teamId, role])),
  via: { kind: 'session', sessionId: told },
  seesRestricted: true,
})
