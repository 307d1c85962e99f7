import type { PersonActor } from '#lib/actor.ts'
import type { Role, TeamRole } from '#prisma/client/enums.ts'

type PersonRow = {
  id: string
  name: string
  role: Role
  zone: string
  memberships: readonly { teamId: string; role: TeamRole }[]
}

/** A person as the policy sees them: for their own request, or to ask whether somebody else could read something. */
export function actorOf(
  { id, name, role, zone, memberships }: PersonRow,
  via: PersonActor['via'] = { kind: 'session', sessionId: '' },
  seesRestricted = true,
): PersonActor {
  return {
    kind: 'person',
    personId: id,
    name,
    role,
    zone,
    teams: Object.fromEntries(memberships.map(({ teamId, role }) => [teamId, role])),
    via,
    seesRestricted,
  }
}
