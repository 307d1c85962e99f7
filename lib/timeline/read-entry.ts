import type { Work } from '#lib/context.ts'
import { milestonesOf } from '#lib/incidents/columns.ts'
import type { lockIncident } from '#lib/incidents/queries.ts'
import { invalid, refuse } from '#lib/problem.ts'
import type { EntryKind } from './model.ts'
import { type Around, readTime } from './parse.ts'
import { readPrecisely } from './precise.ts'
import { LINES_MAX } from './schema.ts'

export type LockedIncident = Awaited<ReturnType<typeof lockIncident>>
type Known = Parameters<typeof milestonesOf>[0] & { id: string; occurredAt: Date }
type Typed = {
  at: string
  zone?: string | undefined
  knownAt: string
  kind: EntryKind
  text: string
  source: string
  role: string
  link: string
}
type Surroundings = Awaited<ReturnType<typeof surroundings>>

/** What a typed time is read against, and where new entries go. */
export async function surroundings({ db }: Work, incident: Known) {
  const entries = await db.timelineEntry.findMany({
    where: { incidentId: incident.id },
    select: { at: true, position: true },
    orderBy: [{ at: 'asc' }, { position: 'asc' }],
  })
  const milestones = Object.values(milestonesOf(incident)).flatMap((at) => at ?? [])
  return {
    count: entries.length,
    // Not the count: entries that were removed leave gaps, and a number given twice would leave the order to chance.
    nextPosition: Math.max(-1, ...entries.map(({ position }) => position)) + 1,
    after: entries.at(-1)?.at ?? incident.occurredAt,
    near: [incident.occurredAt, ...milestones, ...entries.map(({ at }) => at)],
  }
}

export function refuseTooMany({ count }: Surroundings, added: number): void {
  if (count + added > LINES_MAX)
    refuse(invalid('text', `A timeline can have at most ${LINES_MAX} entries; this one has ${count}.`))
}

/** The columns of an entry as typed. `field` says which box a problem with its time belongs to. */
export function readEntry(
  typed: Typed,
  given: { around: Omit<Around, 'zone'>; incident: LockedIncident; now: Date; field: string },
) {
  const zone = typed.zone ?? given.incident.zone
  const { field, now } = given
  const reading = readPrecisely(typed.at, { ...given.around, zone })
  if ('problem' in reading) return refuse(invalid(field, reading.problem))
  if ((reading.latestAt ?? reading.at) > now) return refuse(invalid(field, 'This time lies in the future.'))
  const knownAt = readKnownAt(typed.knownAt, { zone, at: reading.at, now, field: field.replace(/at$/, 'knownAt') })
  const { kind, text, source, role, link } = typed
  return { ...reading, zone, knownAt, kind, text, source, role, link }
}

type Beside = { zone: string; at: Date; now: Date; field: string }

/** A bare clock is read as the first such time after it happened; `+5m` counts from when it happened. */
function readKnownAt(text: string, { zone, at, now, field }: Beside): Date | null {
  if (text === '') return null
  const reading = readTime(text, { zone, after: at })
  if ('problem' in reading) return refuse(invalid(field, reading.problem))
  if (reading.at > now) refuse(invalid(field, 'This time lies in the future.'))
  return reading.at
}
