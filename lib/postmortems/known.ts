import type { Work } from '#lib/context.ts'
import { milestonesOf } from '#lib/incidents/columns.ts'
import type { Prisma } from '#prisma/client/client.ts'

const inOrder = { orderBy: { position: 'asc' } } as const

const facts = {
  services: { include: { service: { select: { id: true, slug: true, name: true } } }, orderBy: { serviceId: 'asc' } },
  windows: { orderBy: { startedAt: 'asc' } },
  timeline: { orderBy: [{ at: 'asc' }, { position: 'asc' }] },
  locations: { orderBy: [{ kind: 'asc' }, { name: 'asc' }] },
  numbers: inOrder,
  factors: inOrder,
  defences: inOrder,
  mitigations: inOrder,
  evidence: inOrder,
} satisfies Prisma.IncidentInclude

/** What is known of an incident, plainly: what a text is prepared from and held against. Null is unknown, never zero. */
export type Known = Awaited<ReturnType<typeof knownOf>>

export async function knownOf({ db }: Work, incidentId: string) {
  return withMilestones(await db.incident.findUniqueOrThrow({ where: { id: incidentId }, include: facts }))
}

/** Null where the incident is hidden from this actor. */
export async function findKnown({ db }: Work, incidentId: string): Promise<Known | null> {
  const row = await db.incident.findUnique({ where: { id: incidentId }, include: facts })
  return row && withMilestones(row)
}

const withMilestones = (row: Prisma.IncidentGetPayload<{ include: typeof facts }>) => ({
  ...row,
  milestones: milestonesOf(row),
})
