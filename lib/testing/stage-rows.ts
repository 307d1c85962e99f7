import { newId } from '#lib/ids.ts'
import type { PolicyRow } from '#lib/policy/facts.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { RestrictedReason, Visibility } from '#prisma/client/enums.ts'
import { type Name, NOW, type World } from './world.ts'

export type Db = Prisma.TransactionClient

/** A row with what the policy asks about it, and what it is found by. */
export type Staged = PolicyRow & { id: string; number: number }

/** Above what the sequences give to records that commands make meanwhile. */
export const FIRST_NUMBER = 10_000

export const reasonOf = (visibility: Visibility): RestrictedReason | null =>
  visibility === 'restricted' ? 'security' : null

export const grantRows = (
  granted: readonly Name[],
  cast: World,
  key: { postmortemId: string } | { incidentId: string },
) =>
  granted.map((name) => ({ id: newId(NOW), personId: cast.personIds[name], ...key, grantedAt: NOW, reason: 'Staged' }))

export const eventRow = (name: string, subjectKind: string, subjectId: string, data: Prisma.InputJsonObject = {}) => ({
  ...{ id: newId(NOW), at: NOW, name, actorKind: 'system' as const, subjectKind, subjectId, data, requestId: 'test' },
})
