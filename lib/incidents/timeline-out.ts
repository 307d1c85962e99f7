import { z } from 'zod'
import type { Prisma } from '#prisma/client/client.ts'

/** What stands behind an entry, word for word. Who said it is told by role alone. */
const EntryEvidence = z.strictObject({
  at: z.string().nullable(),
  role: z.string(),
  text: z.string(),
  link: z.string(),
  origin: z.string(),
})

/** Stored in revisions for good, so fields are only ever added, each with what it means to be without it. */
export const TimelineEntryOut = z.strictObject({
  id: z.string(),
  at: z.string(),
  zone: z.string(),
  kind: z.string(),
  text: z.string(),
  source: z.string(),
  precision: z.string().default('minute'),
  spreadMinutes: z.number().nullable().default(null),
  latestAt: z.string().nullable().default(null),
  knownAt: z.string().nullable().default(null),
  role: z.string().default(''),
  link: z.string().default(''),
  milestone: z.string().nullable().default(null),
  correction: z.strictObject({ from: z.string(), why: z.string() }).nullable().default(null),
  evidence: EntryEvidence.nullable().default(null),
})
export type TimelineEntryOut = z.output<typeof TimelineEntryOut>

export const timelineEntries = {
  orderBy: [{ at: 'asc' }, { position: 'asc' }],
  include: { evidence: true },
} satisfies Prisma.Incident$timelineArgs

type Row = Prisma.TimelineEntryGetPayload<{ include: { evidence: true } }>

export function presentEntry(row: Row): TimelineEntryOut {
  const { id, zone, kind, text, source, precision, spreadMinutes, role, link, milestone, evidence } = row
  return {
    id,
    at: row.at.toISOString(),
    zone,
    kind,
    text,
    source,
    precision,
    spreadMinutes,
    latestAt: row.latestAt?.toISOString() ?? null,
    knownAt: row.knownAt?.toISOString() ?? null,
    role,
    link,
    milestone,
    correction: row.originalAt && { from: row.originalAt.toISOString(), why: row.correction },
    evidence: evidence && {
      at: evidence.at?.toISOString() ?? null,
      role: evidence.role,
      text: evidence.text,
      link: evidence.link,
      origin: evidence.origin,
    },
  }
}
