import { allow, type Decision, deny } from '#lib/decision.ts'
import type { TeamRole } from './schema.ts'

/**
 * A team owns services, incidents and postmortems. Its owners decide who is in it, its editors write for it, its viewers
 * see what is open to the team. Once a team has owners it keeps one, so that somebody can let others in.
 */
export function keepsAnOwner(
  members: readonly { personId: string; role: TeamRole }[],
  change: { personId: string; role: TeamRole | 'none' },
): Decision {
  const owners = members.filter(({ role }) => role === 'owner')
  const leaves = owners.length === 1 && owners[0]?.personId === change.personId && change.role !== 'owner'
  return leaves ? deny('A team keeps at least one owner. Make somebody else an owner first.') : allow
}
