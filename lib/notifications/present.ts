import { describeEvent, isEventName } from '#lib/activity/describe.ts'
import { subjectsOf } from '#lib/activity/subjects.ts'
import type { Work } from '#lib/context.ts'
import type { Happening } from '#lib/events.ts'
import type { Notification as Row } from '#prisma/client/client.ts'
import { kinds, ownSubject, partOf, sentenceOf } from './model.ts'
import type { NotificationOut } from './schema.ts'

/** What was kept as a kind and plain facts, in words, with titles read again under the reader's eyes. */
export async function presentNotifications(work: Work, rows: readonly Row[]): Promise<NotificationOut[]> {
  const [subjects, watched] = [await subjectsOf(work, rows), await watchedSentences(work, rows)]
  const people = await work.db.person.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ id, createdAt, kind, data, actorId, readAt, subjectId }) => {
    const who = names.get(actorId ?? '') ?? 'Firebreak'
    return {
      id,
      at: createdAt.toISOString(),
      kind,
      readAt: readAt?.toISOString() ?? null,
      says: watched.get(id)?.(who) ?? sentenceOf(kind, who, data) ?? 'Something happened here.',
      subject: ownSubject(kind, data) ?? withPart(subjects.get(subjectId), partOf(kind, data)),
    }
  })
}

/** What happened to something one watches, in the words of its history. */
async function watchedSentences({ db }: Work, rows: readonly Row[]): Promise<Map<string, (who: string) => string>> {
  const of = rows.flatMap(({ id, kind, data }) => {
    const facts = kind === 'watched' ? kinds.watched.safeParse(data) : null
    return facts?.success ? [{ id, event: facts.data.event }] : []
  })
  if (of.length === 0) return new Map()
  const events = await db.event.findMany({ where: { id: { in: of.map(({ event }) => event) } } })
  const byId = new Map(events.map((event) => [event.id, event]))
  return new Map(
    of.flatMap(({ id, event }) => {
      const { name, data } = byId.get(event) ?? { name: '', data: null }
      if (!isEventName(name)) return []
      // What was stored is what this version or an earlier one wrote; fields are only ever added.
      const { did } = describeEvent({ name, data: data as Happening['data'] })
      return [[id, (who: string) => `${who} ${did}.`] as const]
    }),
  )
}

/** Of which nothing but the fact may leave the house by mail. */
export async function restrictedOf({ db }: Work, rows: readonly Row[]): Promise<Set<string>> {
  const ids = { id: { in: rows.map(({ subjectId }) => subjectId) } }
  const [select, closed] = [{ id: true } as const, { visibility: 'restricted' } as const]
  const found = [
    await db.postmortem.findMany({ where: { ...ids, ...closed }, select }),
    await db.incident.findMany({ where: { ...ids, ...closed }, select }),
    await db.actionItem.findMany({ where: { ...ids, postmortem: closed }, select }),
  ]
  return new Set(found.flat().map(({ id }) => id))
}

const withPart = (subject: { href: string; label: string } | undefined, part: string) =>
  subject ? { ...subject, href: subject.href + part } : null
