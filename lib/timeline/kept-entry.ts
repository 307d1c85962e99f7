import { z } from 'zod'
import { Id } from '#lib/ids.ts'
import { Instant } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { PrecisionName, TimelineEntryInput } from './schema.ts'

type Row = Prisma.TimelineEntryGetPayload<Record<never, never>>

/** What the event of a removal keeps, so that the entry can come back as it was. Its milestone stays with the incident. */
export const keptEntry = (row: Row) => ({
  id: row.id,
  at: row.at.toISOString(),
  zone: row.zone,
  kind: row.kind,
  text: row.text,
  source: row.source,
  position: row.position,
  precision: row.precision,
  spreadMinutes: row.spreadMinutes,
  role: row.role,
  latestAt: row.latestAt?.toISOString() ?? null,
  knownAt: row.knownAt?.toISOString() ?? null,
  link: row.link,
  evidenceId: row.evidenceId,
  originalAt: row.originalAt?.toISOString() ?? null,
  correction: row.correction,
})

const nothing = { spreadMinutes: null, latestAt: null, knownAt: null, evidenceId: null, originalAt: null }

const Kept = TimelineEntryInput.omit({ milestone: true }).extend({
  id: Id,
  position: z.number().int(),
  precision: PrecisionName,
  spreadMinutes: z.number().nullable(),
  latestAt: Instant.nullable(),
  knownAt: Instant.nullable(),
  evidenceId: Id.nullable(),
  originalAt: Instant.nullable(),
  correction: z.string(),
})
const Removal = z.object({ entry: z.record(z.string(), z.unknown()) })

/** Null for what is no removal. Events of earlier versions kept less, and are read as what those entries were. */
export function keptIn(data: unknown): z.output<typeof Kept> | null {
  const removal = Removal.safeParse(data)
  if (!removal.success) return null
  const kept = Kept.safeParse({ ...nothing, precision: 'minute', correction: '', ...removal.data.entry })
  return kept.success ? kept.data : null
}
