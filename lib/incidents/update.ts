import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { factColumns, milestoneColumns, milestonesOf, refuseFuture } from './columns.ts'
import { replaceLists } from './lists.ts'
import { settleTimes } from './moments.ts'
import { isOfPart, seenOf } from './parts.ts'
import { incidentById, lockIncident } from './queries.ts'
import { IncidentOut, UpdateIncidentInput } from './schema.ts'

export const updateIncident = command({
  name: 'incident.update',
  summary: 'Corrects or completes the facts of an incident. Each list that is given replaces the one that stands.',
  scope: 'incidents:write',
  input: UpdateIncidentInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input, subject }) {
    const { db, now } = work
    const before = await incidentById(work, subject.id)
    refuseStale(input, before)
    const { team, title, kind, zone, milestones, ...rest } = input
    const times = settleTimes(input, input.timesIn ?? subject.zone)
    const given = milestoneColumns(times.milestones)
    refuseFuture(milestonesOf({ ...subject, ...given }), now)
    const teamId = team === undefined ? undefined : (await teamBySlug(work, team, 'team')).id
    await replaceLists(work, subject.id, {
      ...defined({
        services: rest.services,
        mechanisms: rest.mechanisms,
        locations: rest.locations,
        numbers: rest.numbers,
        factors: rest.factors,
        defences: rest.defences,
        evidence: rest.evidence,
      }),
      ...(rest.windows && { windows: times.windows }),
      ...(rest.mitigations && { mitigations: times.mitigations }),
      ...(rest.roles && { roles: times.roles }),
    })
    if (rest.severity && rest.severity !== subject.severity)
      await callIt(work, subject.id, { severity: rest.severity, reason: rest.severityReason })
    await db.incident.update({
      where: { id: subject.id },
      data: {
        ...defined({ title, kind, zone, teamId }),
        ...given,
        ...factColumns(rest),
        version: { increment: 1 },
        updatedAt: now,
      },
    })
    const value = await incidentById(work, subject.id)
    return { value, events: [happened('incident.updated', subject.id, { changed: changedIn(before, value) })] }
  },
})

type Out = z.output<typeof IncidentOut>
type In = z.output<typeof UpdateIncidentInput>

const about = ['number', 'version', 'part', 'seen', 'timesIn', 'severityReason']

/** By the version of the whole, or by what was seen of the one part that is sent. */
function refuseStale({ version, part, seen, ...given }: In, before: Out): void {
  const message = 'Somebody changed this incident meanwhile. Compare and save again.'
  if (part === undefined) {
    if (version === undefined) refuse(invalid('version', 'The version is missing; load the incident again.'))
    if (version !== before.version) refuse({ kind: 'conflict', message, current: before })
    return
  }
  const foreign = Object.keys(given).find((field) => !about.includes(field) && !isOfPart(part, field))
  if (foreign) refuse(invalid(foreign, `This does not belong to the part "${part}".`))
  const now = seenOf(before, part)
  if (seen !== now) refuse({ kind: 'conflict', message, current: { ...before, seen: now } })
}

/** A change of severity made in passing holds from now; one that held earlier is told to the log. */
async function callIt(
  { db, now, actor }: Work,
  incidentId: string,
  { severity, reason }: { severity: NonNullable<In['severity']>; reason: string },
): Promise<void> {
  const recordedById = actor.kind === 'person' ? actor.personId : null
  await db.severityChange.createMany({
    data: { id: newId(now), incidentId, severity, at: now, reason, recordedById, recordedAt: now },
  })
}

const told = [
  ...['title', 'severity', 'kind', 'team', 'zone', 'services', 'locations', 'journeys', 'milestones'],
  ...['impactStartBasis', 'windows', 'numbers', 'detection', 'trigger', 'factors', 'defences', 'mitigations', 'roles'],
  'evidence',
] as (keyof Out)[]

/** A form sends everything, so what it sent says nothing; what is different does. */
const changedIn = (before: Out, after: Out): string[] =>
  told.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
