import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { keptIn } from './kept-entry.ts'
import { readLines } from './lines.ts'
import { surroundings } from './read-entry.ts'
import type {
  EvidenceOut,
  GatherEvidenceInput,
  ListEvidenceInput,
  PasteInput,
  PasteState,
  RemovedEntryOut,
} from './schema.ts'
import { type HeardTranscript, hear } from './transcripts/hear.ts'

export type RemovedEntry = { event: string; text: string }

/** The line this person took away last, while undoing is still on their mind. */
export async function lastRemovedEntry({ db, actor, now }: Work, number: number): Promise<RemovedEntry | null> {
  if (actor.kind !== 'person') return null
  const incident = await db.incident.findUnique({ where: { number }, select: { id: true } })
  const event = await db.event.findFirst({
    where: {
      subjectId: incident?.id ?? '00000000-0000-0000-0000-000000000000',
      name: 'incident.timeline_changed',
      actorId: actor.personId,
      at: { gt: new Date(now.getTime() - TEN_MINUTES_MS) },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const data = event?.data as { entry?: { id: string; text: string } } | undefined
  if (!event || !data?.entry) return null
  const back = await db.timelineEntry.findUnique({ where: { id: data.entry.id }, select: { id: true } })
  return back ? null : { event: event.id, text: data.entry.text }
}

const TEN_MINUTES_MS = 10 * 60 * 1000

/** What was taken out of the timeline and is not back, newest first: as many as fit one page. */
export async function listRemovedEntries({ db }: Work, { number }: { number: number }): Promise<Page<RemovedEntryOut>> {
  const incident = (await db.incident.findUnique({ where: { number }, select: { id: true } })) ?? refuse(notFound)
  const events = await db.event.findMany({
    where: {
      subjectId: incident.id,
      name: 'incident.timeline_changed',
      data: { path: ['entry', 'id'], string_contains: '-' },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const kept = events.flatMap(({ id, at, data }) => {
    const entry = keptIn(data)
    return entry ? [{ event: id, removedAt: at, entry }] : []
  })
  const back = await db.timelineEntry.findMany({
    where: { id: { in: kept.map(({ entry }) => entry.id) } },
    select: { id: true },
  })
  const here = new Set(back.map(({ id }) => id))
  const seen = new Set<string>()
  const gone = kept.filter(({ entry: { id } }) => !here.has(id) && !seen.has(id) && seen.add(id))
  const items = gone.map(({ event, removedAt, entry: { at, zone, kind, text } }) => ({
    event,
    at: at.toISOString(),
    zone,
    kind,
    text,
    removedAt: removedAt.toISOString(),
  }))
  return { items, nextCursor: null }
}

/** What pasted lines would become on this incident's timeline. */
export async function readPasted(
  work: Work,
  number: number,
  { pasted, day }: z.output<typeof PasteInput>,
): Promise<PasteState> {
  const incident = (await work.db.incident.findUnique({ where: { number } })) ?? refuse(notFound)
  const { near } = await surroundings(work, incident)
  const around = { zone: incident.zone, after: null, near, ...(day && { day }) }
  return { pasted, ...(day && { day }), ...readLines(pasted, around) }
}

/** What a transcript would become, before anything is kept. */
export async function previewTranscript(
  work: Work,
  { number, zone, ...given }: z.output<typeof GatherEvidenceInput>,
): Promise<HeardTranscript> {
  const incident = (await work.db.incident.findUnique({ where: { number } })) ?? refuse(notFound)
  const { near } = await surroundings(work, incident)
  return hear(given, { zone: zone ?? incident.zone, near, now: work.now })
}

/** What was gathered, in the order it happened; lines without a time come last. */
export async function listEvidence(
  { db }: Work,
  { number, cursor, limit, q, told }: z.output<typeof ListEvidenceInput>,
): Promise<Page<EvidenceOut>> {
  const incident = (await db.incident.findUnique({ where: { number }, select: { id: true } })) ?? refuse(notFound)
  const after = decodeCursor(cursor, z.union([z.iso.datetime(), z.literal('')]), z.number())
  const rows = await db.timelineEvidence.findMany({
    where: {
      incidentId: incident.id,
      ...(q && { text: { contains: q, mode: 'insensitive' } }),
      ...(told && { entry: told === 'yes' ? { isNot: null } : { is: null } }),
      ...(after && { OR: following(after) }),
    },
    include: { entry: { select: { id: true } } },
    orderBy: [{ at: { sort: 'asc', nulls: 'last' } }, { position: 'asc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ at, position }) => [at?.toISOString() ?? '', position])
  return { items: items.map(presentEvidence), nextCursor }
}

function following([at, position]: readonly [string, number]): Prisma.TimelineEvidenceWhereInput[] {
  if (!at) return [{ at: null, position: { gt: position } }]
  return [{ at: { gt: at } }, { at, position: { gt: position } }, { at: null }]
}

type Row = Prisma.TimelineEvidenceGetPayload<{ include: { entry: { select: { id: true } } } }>

function presentEvidence(row: Row): EvidenceOut {
  const { id, gatheringId, at, precision, zone, kind, speaker, role, text, link, origin, problem, entry } = row
  return {
    id,
    gathering: gatheringId,
    at: at?.toISOString() ?? null,
    precision,
    zone,
    kind,
    speaker,
    role,
    text,
    link,
    origin,
    problem,
    entry: entry?.id ?? null,
  }
}

export async function countEvidence({ db }: Work, number: number): Promise<{ all: number; told: number }> {
  const incident = await db.incident.findUnique({ where: { number }, select: { id: true } })
  const incidentId = incident?.id ?? '00000000-0000-0000-0000-000000000000'
  const [all, told] = [
    await db.timelineEvidence.count({ where: { incidentId } }),
    await db.timelineEvidence.count({ where: { incidentId, entry: { isNot: null } } }),
  ]
  return { all, told }
}
