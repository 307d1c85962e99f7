import type { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { incidentById, lockIncident, touchIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { ReplaceTimelineInput } from './schema.ts'

/** The whole timeline at once: pasted, imported, or re-ordered. Entries of the same minute keep the order given. */
export const replaceTimeline = command({
  name: 'incident.replace_timeline',
  summary: 'Replaces the timeline of an incident.',
  scope: 'incidents:write',
  input: ReplaceTimelineInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { version, entries }, subject: incident }) {
    const { db, now } = work
    if (version !== incident.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this incident meanwhile. Compare and save again.',
        current: await incidentById(work, incident.id),
      })
    const future = entries.findIndex(({ at }) => at > now)
    if (future >= 0) refuse(invalid(`entries.${future}.at`, 'This time lies in the future.'))
    refuseUnclear(entries)
    const before = new Map(
      (await db.timelineEntry.findMany({ where: { incidentId: incident.id } })).map((entry) => [entry.id, entry]),
    )
    const rows = withIds(entries, before, now)
    if (before.size > 0) await db.timelineEntry.deleteMany({ where: { incidentId: incident.id } })
    await db.timelineEntry.createMany({ data: rows.map((row) => ({ ...row, incidentId: incident.id })) })
    await touchIncident(work, incident.id)
    const kept = rows.filter(({ id }) => before.has(id))
    const counts = {
      added: rows.length - kept.length,
      removed: before.size - kept.length,
      changed: kept.filter((row) => differs(row, before.get(row.id))).length,
    }
    return {
      read: () => incidentById(work, incident.id),
      events: [happened('incident.timeline_changed', incident.id, counts)],
    }
  },
})

type Given = z.output<typeof ReplaceTimelineInput>['entries'][number]
type Stood = Prisma.TimelineEntryGetPayload<Record<never, never>>
type Row = Omit<Stood, 'incidentId'>

/** What the database would refuse, said in words and where it stands. */
function refuseUnclear(entries: Given[]): void {
  const marked = entries.map(({ milestone }) => milestone)
  for (const [index, { at, precision, spreadMinutes, latestAt, milestone }] of entries.entries()) {
    const field = (name: string) => `entries.${index}.${name}`
    if ((precision === 'within') !== Boolean(latestAt) || (latestAt && latestAt <= at))
      refuse(invalid(field('latestAt'), 'A time within a range, and only one, ends after it begins.'))
    if (spreadMinutes && precision !== 'about')
      refuse(invalid(field('spreadMinutes'), 'Only a time known about has minutes to either side.'))
    if (milestone && marked.indexOf(milestone) !== index)
      refuse(invalid(field('milestone'), 'Another entry stands for this milestone already.'))
  }
}

/**
 * An id that is not of this incident is somebody else's row, and one given twice is one entry: both get a new one. What
 * stands behind an entry is not sent and stays.
 */
function withIds(entries: Given[], before: ReadonlyMap<string, Stood>, now: Date): Row[] {
  const taken = new Set<string>()
  return entries.map(({ id: given, ...entry }, position) => {
    const stood = given && !taken.has(given) ? before.get(given) : undefined
    const id = stood?.id ?? newId(now)
    taken.add(id)
    const { spreadMinutes = null, latestAt = null, knownAt = null, milestone = null } = entry
    const { evidenceId = null, originalAt = null, correction = '' } = stood ?? {}
    return {
      ...entry,
      spreadMinutes,
      latestAt,
      knownAt,
      milestone,
      id,
      position,
      evidenceId,
      originalAt,
      correction,
    }
  })
}

const columns = [
  ...(['at', 'zone', 'kind', 'text', 'source', 'precision', 'spreadMinutes', 'latestAt', 'knownAt'] as const),
  ...(['role', 'link', 'milestone'] as const),
]

const differs = (row: Row, stood: Stood | undefined) =>
  !stood || columns.some((column) => JSON.stringify(row[column]) !== JSON.stringify(stood[column]))
