import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { factColumns, milestoneColumns, refuseFuture } from './columns.ts'
import { type Lists, replaceLists } from './lists.ts'
import type { Severity } from './model.ts'
import { settleTimes } from './moments.ts'
import { incidentById } from './queries.ts'
import { IncidentOut, RecordIncidentInput } from './schema.ts'

export const recordIncident = command({
  name: 'incident.record',
  summary: 'Records an incident with what is known of it so far.',
  scope: 'incidents:write',
  input: RecordIncidentInput,
  output: IncidentOut,
  subject: (work, input) => teamBySlug(work, input.team, 'team'),
  may: (actor) => can(actor, 'create', 'incident'),
  async run(work, { input, subject: team }) {
    const { db, actor, now } = work
    const { milestones, windows, mitigations, roles } = settleTimes(input, input.timesIn ?? input.zone)
    refuseFuture(milestones, now)
    const id = newId(now)
    const createdById = actor.kind === 'person' ? actor.personId : null
    const { title, severity, kind, visibility, zone } = input
    // createMany does not read the row back: a restricted one cannot be seen before its grant stands.
    await db.incident.createMany({
      data: {
        ...milestoneColumns(milestones),
        ...factColumns(input),
        ...(input.externalId && { externalId: input.externalId }),
        ...{ id, title, severity, kind, visibility, zone, teamId: team.id, createdById },
        ...{ restrictedReason: input.restrictedReason ?? null, createdAt: now, updatedAt: now, occurredAt: now },
      },
    })
    if (visibility === 'restricted' && createdById)
      await db.grant.createMany({
        data: { id: newId(now), personId: createdById, incidentId: id, grantedById: createdById, grantedAt: now },
      })
    await declare(work, id, severity)
    const { services, mechanisms, locations, numbers, factors, defences, evidence } = input
    const lists = { services, locations, windows, numbers, factors, defences, mitigations, roles, evidence, mechanisms }
    await replaceLists(work, id, filled(lists))
    return { value: await incidentById(work, id), events: [happened('incident.recorded', id, { title, severity })] }
  },
})

/** The first line of the log: what it was declared as. Its time is the milestone's, so it has none of its own. */
async function declare({ db, now, actor }: Work, incidentId: string, severity: Severity): Promise<void> {
  const recordedById = actor.kind === 'person' ? actor.personId : null
  await db.severityChange.createMany({ data: { id: newId(now), incidentId, severity, recordedById, recordedAt: now } })
}

/** There is nothing yet that an empty list would replace. */
const filled = (lists: { [L in keyof Lists]: Lists[L] | undefined }): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows !== undefined && rows.length > 0))
