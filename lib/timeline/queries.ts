import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { readLines } from './lines.ts'
import { surroundings } from './read-entry.ts'
import type { PasteInput, PasteState } from './schema.ts'

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
