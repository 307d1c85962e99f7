import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { isAged } from './model.ts'
import type { CellOut, ExposureFilter } from './schema.ts'
import type { ExposureKind } from './vocabulary.ts'

/** 200 services and 50 mechanisms: what a screen can be scrolled over and still be read. */
const CELLS_MAX = 10_000

type Row = {
  id: string
  sweep: number
  mechanism: string
  slug: string
  name: string
  tier: number
  teamSlug: string
  teamName: string
  answer: ExposureKind | null
  url: string | null
  note: string | null
  at: Date | null
}

/** For each mechanism and service the newest answer, whichever sweep asked for it; where there is none, that it was asked. */
export async function listExposure(work: Work, filter: z.output<typeof ExposureFilter>): Promise<CellOut[]> {
  const { state } = filter
  const cells = (await newestAnswers(work, filter)).map((row) => presentCell(row, work.now))
  return state ? cells.filter((cell) => cell.state === state) : cells
}

async function newestAnswers(
  { db }: Work,
  { mechanism, team, service, tier, program }: z.output<typeof ExposureFilter>,
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select * from (
      select distinct on (w."mechanism", t."serviceId")
        t."id", w."number" as "sweep", w."mechanism", s."slug", s."name", s."tier",
        o."slug" as "teamSlug", o."name" as "teamName", a."answer"::text as "answer", a."url", a."note", a."at"
      from "SweepTarget" t
      join "Sweep" w on w."id" = t."sweepId"
      join "Service" s on s."id" = t."serviceId"
      join "Team" o on o."id" = s."teamId"
      left join "Program" p on p."id" = w."programId"
      left join lateral (
        select x."answer", x."url", x."note", x."at" from "ExposureAnswer" x
        where x."targetId" = t."id" order by x."at" desc, x."id" desc limit 1) a on true
      where (${mechanism ?? null}::text is null or w."mechanism" = ${mechanism ?? null})
        and (${team ?? null}::text is null or o."slug" = ${team ?? null})
        and (${service ?? null}::text is null or s."slug" = ${service ?? null})
        and (${tier ?? null}::int is null or s."tier" <= ${tier ?? null})
        and (${program ?? null}::int is null or p."number" = ${program ?? null})
      order by w."mechanism", t."serviceId", a."at" desc nulls last, w."createdAt" desc, t."id" desc
    ) newest
    order by "mechanism", "teamSlug", "tier", "slug" limit ${CELLS_MAX}`
}

function presentCell(row: Row, now: Date): CellOut {
  const { id, sweep, mechanism, slug, name, tier, teamSlug, teamName, answer, url, note, at } = row
  return {
    id,
    sweep,
    mechanism,
    state: answer ?? 'unanswered',
    url: url ?? '',
    note: note ?? '',
    service: { slug, name, tier, team: { slug: teamSlug, name: teamName } },
    aged: at ? isAged(at, now) : false,
    at: at?.toISOString() ?? null,
  }
}
