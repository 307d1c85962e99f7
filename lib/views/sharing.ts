import type { Actor } from '#lib/actor.ts'
import type { Work } from '#lib/context.ts'
import { allow, type Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'

export type Sharing = 'me' | 'team' | 'everyone'

export async function shared(work: Work, { sharing, team }: { sharing: Sharing; team: string | null }) {
  if (sharing === 'me') return { visibility: 'restricted' as const, teamId: null }
  if (sharing === 'everyone') return { visibility: 'company' as const, teamId: null }
  if (!team) return refuse(invalid('team', 'Choose the team it is for.'))
  const { id } = await teamBySlug(work, team, 'team')
  const { actor } = work
  if (
    actor.kind === 'person' &&
    !(id in actor.teams) &&
    actor.role !== 'program_manager' &&
    actor.role !== 'administrator'
  )
    refuse(invalid('team', 'Choose a team that you are in.'))
  return { visibility: 'team' as const, teamId: id }
}

/** One's own needs no more than being here. */
export const mayShare = (actor: Actor, sharing: Sharing | undefined): Decision =>
  sharing === undefined || sharing === 'me' ? allow : can(actor, 'share', 'view')
