import type { z } from 'zod'
import { command } from '#lib/command.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { milestoneColumns, milestonesOf, refuseContradictions } from './columns.ts'
import { settleTimes } from './moments.ts'
import { incidentById, lockIncident } from './queries.ts'
import { replaceServices, replaceWindows } from './record.ts'
import { IncidentOut, UpdateIncidentInput } from './schema.ts'

export const updateIncident = command({
  name: 'incident.update',
  summary: 'Corrects or completes the facts of an incident.',
  scope: 'incidents:write',
  input: UpdateIncidentInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input, subject }) {
    const { number: _, version, team, services, windows, milestones, timesIn, ...fields } = input
    const { db, now } = work
    const before = await incidentById(work, subject.id)
    if (version !== subject.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this incident meanwhile. Compare and save again.',
        current: before,
      })
    const times = settleTimes({ milestones: milestones ?? {}, windows: windows ?? [] }, timesIn ?? subject.zone)
    const given = milestoneColumns(times.milestones)
    refuseContradictions(milestonesOf({ ...subject, ...given }), now)
    const teamId = team === undefined ? undefined : (await teamBySlug(work, team, 'team')).id
    if (services) await replaceServices(work, subject.id, services)
    if (windows) await replaceWindows(work, subject.id, times.windows)
    await db.incident.update({
      where: { id: subject.id },
      data: { ...defined(fields), ...defined({ teamId }), ...given, version: { increment: 1 }, updatedAt: now },
    })
    const value = await incidentById(work, subject.id)
    return { value, events: [happened('incident.updated', subject.id, { changed: changedIn(before, value) })] }
  },
})

type Out = z.output<typeof IncidentOut>

/** A form sends everything, so what it sent says nothing; what is different does. */
const changedIn = (before: Out, after: Out): string[] =>
  (['title', 'severity', 'kind', 'team', 'zone', 'services', 'milestones', 'windows', 'mechanisms'] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
