import type { Work } from '#lib/context.ts'
import { dateFromLocal } from '#lib/time.ts'

/** Team id → those who own the team. */
export type Owners = ReadonlyMap<string, readonly string[]>

export async function ownersOfTeams({ db }: Work): Promise<Owners> {
  const rows = await db.membership.findMany({ where: { role: 'owner', person: { deactivatedAt: null } } })
  const owners = new Map<string, string[]>()
  for (const { teamId, personId } of rows) owners.set(teamId, [...(owners.get(teamId) ?? []), personId])
  return owners
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((dateFromLocal(to).getTime() - dateFromLocal(from).getTime()) / 86_400_000)

/** What makes a reminder the same: what it is about and the step it tells. */
export const reminderKey = (kind: string, id: string, mark: string): string => `${kind} ${id} ${mark}`
