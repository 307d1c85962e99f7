import { command } from '#lib/command.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { milestoneColumns, milestonesOf, refuseContradictions } from './columns.ts'
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
    const { number: _, version, team, services, windows, milestones, ...fields } = input
    const { db, now } = work
    if (version !== subject.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this incident meanwhile. Compare and save again.',
        current: await incidentById(work, subject.id),
      })
    const given = milestoneColumns(milestones ?? {})
    refuseContradictions(milestonesOf({ ...subject, ...given }), now)
    const teamId = team === undefined ? undefined : (await teamBySlug(work, team, 'team')).id
    if (services) await replaceServices(work, subject.id, services)
    if (windows) await replaceWindows(work, subject.id, windows)
    await db.incident.update({
      where: { id: subject.id },
      data: { ...defined(fields), ...defined({ teamId }), ...given, version: { increment: 1 }, updatedAt: now },
    })
    const changed = Object.keys(defined({ ...fields, team, services, windows, milestones }))
    return {
      value: await incidentById(work, subject.id),
      events: [happened('incident.updated', subject.id, { changed })],
    }
  },
})
