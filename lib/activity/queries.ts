import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import type { Happening } from '#lib/events.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Event } from '#prisma/client/client.ts'
import { describeEvent, isEventName } from './describe.ts'
import type { ActivityOut, ListActivityInput, SubjectRef } from './schema.ts'
import { subjectsOf } from './subjects.ts'

/** Newest first. Row-level security decides which events there are; names and titles are read once for the page. */
export async function listActivity(
  work: Work,
  { about, subjectId, cursor, limit = 50 }: Partial<z.output<typeof ListActivityInput>>,
): Promise<Page<ActivityOut>> {
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const subject = about ? await idOfSubject(work, about) : subjectId
  const rows = await work.db.event.findMany({
    where: {
      ...(subject && { subjectId: subject }),
      ...(after && { OR: [{ at: { lt: after[0] } }, { at: after[0], id: { lt: after[1] } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id])
  const [people, subjects] = [await namesOf(work, items), await subjectsOf(work, items)]
  return {
    nextCursor,
    items: items.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      who: {
        id: event.actorId,
        name: people.get(event.actorId ?? '') ?? (event.actorKind === 'anonymous' ? 'Somebody' : 'Firebreak'),
        throughToken: event.actorKind === 'token',
      },
      ...said(event),
      subject: subjects.get(event.subjectId) ?? null,
    })),
  }
}

/** Events outlive the code: one written by another version is shown by its name rather than hidden. */
function said({ name, data }: Event): { did: string; quote: string } {
  if (!isEventName(name)) return { did: `did something this version has no words for (${name})`, quote: '' }
  return describeEvent({ name, data } as Pick<Happening, 'name' | 'data'>)
}

async function namesOf({ db }: Work, events: Event[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))]
  const rows = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function idOfSubject({ db }: Work, { kind, number }: z.output<typeof SubjectRef>): Promise<string> {
  const where = { where: { number }, select: { id: true } } as const
  const find = {
    incident: () => db.incident.findUnique(where),
    postmortem: () => db.postmortem.findUnique(where),
    action_item: () => db.actionItem.findUnique(where),
    risk: () => db.risk.findUnique(where),
    exercise: () => db.exercise.findUnique(where),
    sweep: () => db.sweep.findUnique(where),
    program: () => db.program.findUnique(where),
  }
  return ((await find[kind]()) ?? refuse(notFound)).id
}
