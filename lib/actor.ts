import type { Role, TeamRole } from '#prisma/client/enums.ts'

/** Who is acting. Commands and queries get it explicitly; nothing reads it from the surroundings. */
export type Actor = PersonActor | SystemActor | Anonymous

export type PersonActor = {
  kind: 'person'
  personId: string
  name: string
  role: Role
  zone: string
  /** Team id → role in it. */
  teams: Record<string, TeamRole>
  /** A session may do all its person may; a token only what its scopes say. */
  via: { kind: 'session'; sessionId: string } | { kind: 'token'; tokenId: string; scopes: readonly Scope[] }
  /** False for tokens made without the extra flag: they act as if their owner had no grants. */
  seesRestricted: boolean
}

/** Work nobody asked for in person: seeding, indexing, the command line. It says why. */
export type SystemActor = { kind: 'system'; reason: string }

export type Anonymous = { kind: 'anonymous' }

export const anonymous: Anonymous = { kind: 'anonymous' }

/** The closed list of token scopes. A REST route without one does not compile. */
export const scopes = [
  'postmortems:read',
  'postmortems:write',
  'incidents:read',
  'incidents:write',
  'action-items:read',
  'action-items:write',
  'programs:read',
  'programs:write',
  'guides:read',
  'guides:write',
  'people:read',
  'people:write',
  'search:read',
  'views:read',
  'views:write',
  'admin:write',
] as const
export type Scope = (typeof scopes)[number]

export const isTeamMember = (actor: PersonActor, teamId: string) => teamId in actor.teams
export const isTeamEditor = (actor: PersonActor, teamId: string) =>
  actor.teams[teamId] === 'owner' || actor.teams[teamId] === 'editor'

/** The settings that row-level security reads, made local to one transaction. */
export function settingsOf(actor: Actor): Record<string, string> {
  const person = actor.kind === 'person' ? actor : null
  const teams = Object.keys(person?.teams ?? {})
  return {
    'firebreak.person': person?.personId ?? '',
    'firebreak.role': person?.role ?? '',
    'firebreak.teams': teams.join(','),
    'firebreak.edited_teams': teams.filter((team) => person && isTeamEditor(person, team)).join(','),
    'firebreak.restricted': person?.seesRestricted ? 'yes' : '',
  }
}
