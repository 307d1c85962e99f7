import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import type { AccessOut } from './schema.ts'

export const keyOf = (record: 'postmortem' | 'incident', id: string) =>
  record === 'postmortem' ? { postmortemId: id } : { incidentId: id }

/** Who was given access by name; seen by everyone who sees the record. */
export async function listGrants(
  { db }: Work,
  record: 'postmortem' | 'incident',
  id: string,
): Promise<z.output<typeof AccessOut>> {
  const rows = await db.grant.findMany({
    where: keyOf(record, id),
    include: { person: true },
    orderBy: { grantedAt: 'asc' },
    take: 200,
  })
  return {
    grants: rows.map(({ person, grantedAt, breakGlass, reason }) => ({
      person: { id: person.id, name: person.name },
      grantedAt: grantedAt.toISOString(),
      breakGlass,
      reason,
    })),
  }
}
