import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { factColumns, milestoneColumns, refuseFuture } from './columns.ts'
import { insertLists, type Lists } from './lists.ts'
import type { Severity } from './model.ts'
import { settleTimes } from './moments.ts'
import type { RecordIncidentInput } from './schema.ts'

/** Writes down a new incident with what is known of it, and gives its id: for commands that record one among other things. */
export async function insertIncident(
  work: Work,
  input: z.output<typeof RecordIncidentInput>,
  team: { id: string },
): Promise<string> {
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
      id,
      title,
      severity,
      kind,
      visibility,
      zone,
      teamId: team.id,
      createdById,
      restrictedReason: input.restrictedReason ?? null,
      createdAt: now,
      updatedAt: now,
      occurredAt: now,
    },
  })
  if (visibility === 'restricted' && createdById)
    await db.grant.createMany({
      data: { id: newId(now), personId: createdById, incidentId: id, grantedById: createdById, grantedAt: now },
    })
  await declare(work, id, severity)
  const { services, mechanisms, locations, numbers, factors, defences, evidence } = input
  const lists = { services, locations, windows, numbers, factors, defences, mitigations, roles, evidence, mechanisms }
  await insertLists(work, id, filled(lists))
  return id
}

/** The first line of the log: what it was declared as. Its time is the milestone's, so it has none of its own. */
async function declare({ db, now, actor }: Work, incidentId: string, severity: Severity): Promise<void> {
  const recordedById = actor.kind === 'person' ? actor.personId : null
  await db.severityChange.createMany({ data: { id: newId(now), incidentId, severity, recordedById, recordedAt: now } })
}

/** There is nothing yet that an empty list would replace. */
const filled = (lists: { [L in keyof Lists]: Lists[L] | undefined }): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows !== undefined && rows.length > 0))
