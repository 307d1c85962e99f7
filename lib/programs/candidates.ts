import type { Work } from '#lib/context.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { PATTERN, RECENT_DAYS } from '#lib/mechanisms/model.ts'

export type Candidate = { mechanism: string; name: string; incidents: number }

/** Mechanisms that came back as a pattern while no running program watches them, as far as this actor sees: all, or one. */
export async function programCandidates(
  { db, now }: Work,
  { mechanism = null }: { mechanism?: string | null } = {},
): Promise<Candidate[]> {
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000)
  const rows = await db.$queryRaw<{ mechanism: string; incidents: bigint }[]>`
    select m.mechanism, count(*) as incidents
      from "Incident" i cross join lateral unnest(i."mechanisms") as m(mechanism)
     where i."occurredAt" >= ${since} and i."occurredAt" <= ${now}
       and (${mechanism}::text is null or m.mechanism = ${mechanism})
       and not exists (select 1 from "Watch" w join "Program" p on p."id" = w."programId"
         where w."mechanism" = m.mechanism and w."endedAt" is null and p."state" in ('active', 'sustaining'))
     group by m.mechanism having count(*) >= ${PATTERN} order by count(*) desc, m.mechanism limit 10`
  return rows.map(({ mechanism: code, incidents }) => ({
    mechanism: code,
    incidents: Number(incidents),
    name: findMechanism(code)?.name ?? code,
  }))
}

/** For a mechanism's page: who watches it, whether or not they run yet. */
export async function programsWatching({ db }: Work, mechanism: string) {
  return db.program.findMany({
    where: {
      watches: { some: { mechanism, endedAt: null } },
      state: { notIn: ['closed', 'stopped'] },
    },
    select: { number: true, name: true, state: true },
    orderBy: { name: 'asc' },
  })
}
