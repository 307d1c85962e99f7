import type { Work } from '#lib/context.ts'

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
