import type { Work } from '#lib/context.ts'
import { localFromDate } from '#lib/time.ts'
import type { Prisma, Program } from '#prisma/client/client.ts'
import type { HealthFacts } from './health.ts'
import { startOfDay } from './weeks.ts'

type Db = Work['db']
type Watching = { mechanism: string; maxTier: number | null; inScope: boolean }

/** Incidents of the watched mechanisms since the program began, as far as the whole company sees them. */
export async function watchedIncidents(db: Db, program: Program, at: Date): Promise<HealthFacts['incidents']> {
  const watches = await db.watch.findMany({
    where: { programId: program.id, at: { lte: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }] },
  })
  if (watches.length === 0) return []
  return db.incident.findMany({
    where: {
      AND: [ofWatches(watches, program.id)],
      visibility: 'company',
      occurredAt: { gte: startOfDay(localFromDate(program.startOn), program.zone), lte: at },
      createdAt: { lte: at },
    },
    select: { number: true, severity: true },
    orderBy: { number: 'asc' },
  })
}

/** What concerns a program by what it watches. */
export function ofWatches(watches: readonly Watching[], programId: string): Prisma.IncidentWhereInput {
  return {
    OR: watches.map(({ mechanism, maxTier, inScope }) => ({
      mechanisms: { has: mechanism },
      ...((maxTier !== null || inScope) && {
        services: {
          some: {
            service: {
              ...(maxTier !== null && { tier: { lte: maxTier } }),
              ...(inScope && { programs: { some: { programId } } }),
            },
          },
        },
      }),
    })),
  }
}
