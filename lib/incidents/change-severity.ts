import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { settle } from '#lib/wall-clock.ts'
import { incidentById, lockIncident } from './queries.ts'
import { ChangeSeverityInput, IncidentOut } from './schema.ts'

export const changeSeverity = command({
  name: 'incident.change_severity',
  summary: 'Adds a line to the log of the severity, or puts a corrected line in the place of one that was wrong.',
  scope: 'incidents:write',
  input: ChangeSeverityInput,
  output: IncidentOut,
  subject: (work, { number }) => lockIncident(work, number),
  may: (actor, incident) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { severity, at: given, timesIn, reason, replaces }, subject }) {
    const { db, now, actor } = work
    const settled = given ? settle(given, timesIn ?? subject.zone) : null
    if (settled && 'problem' in settled) refuse(invalid('at', settled.problem))
    const at = settled && 'at' in settled ? settled.at : null
    if (at && at > now) refuse(invalid('at', 'This lies in the future.'))
    const log = await db.severityChange.findMany({ where: { incidentId: subject.id, replacedBy: null } })
    const replaced = replaces === undefined ? undefined : log.find(({ id }) => id === replaces)
    if (replaces !== undefined && !replaced)
      refuse(invalid('replaces', 'This line of the log was corrected already, or is not of this incident.'))
    if (!at && log.some((line) => line.at === null && line !== replaced))
      refuse(invalid('at', 'Say when. What it was declared as stands in the log already.'))
    if (at && replaced?.at === null) refuse(invalid('at', 'The declaration has its time from the milestone Declared.'))
    await db.severityChange.createMany({
      data: {
        id: newId(now),
        incidentId: subject.id,
        severity,
        at,
        reason,
        replacesId: replaces ?? null,
        recordedById: actor.kind === 'person' ? actor.personId : null,
        recordedAt: now,
      },
    })
    await db.incident.update({
      where: { id: subject.id },
      data: { version: { increment: 1 }, updatedAt: now },
    })
    const value = await incidentById(work, subject.id)
    const told = { from: subject.severity, to: value.severity, at: at?.toISOString() ?? null, reason }
    return {
      value,
      events: [happened('incident.severity_changed', subject.id, { ...told, corrected: Boolean(replaced) })],
    }
  },
})
