import type { Work } from '#lib/context.ts'
import type { Facts } from '#lib/exports/schema.ts'
import { newId } from '#lib/ids.ts'
import { type Lists, replaceLists } from '#lib/incidents/lists.ts'
import { incidentById } from '#lib/incidents/queries.ts'
import { insertTimeline, instant, serviceRows } from './fact-rows.ts'
import type { Names } from './names.ts'
import type { ImportDocument } from './schema.ts'
import { incidentColumns } from './store-incidents.ts'

type Given = { facts: Facts; origin: ImportDocument['origin']; names: Names }

/**
 * A file says something else than the last time. One of ours says everything, so what it lacks goes; of another, what it
 * does not say stays. Names kept beside roles stay with the roles that stay.
 */
export async function renewIncident(work: Work, incidentId: string, { facts, origin, names }: Given): Promise<void> {
  const { db, now } = work
  const whole = origin === 'firebreak'
  const { severity: _, ...columns } = incidentColumns(facts, names)
  await db.incident.update({
    where: { id: incidentId },
    data: { ...(whole ? columns : told(columns)), version: { increment: 1 }, updatedAt: now },
  })
  await db.incidentService.deleteMany({ where: { incidentId } })
  await db.incidentService.createMany({ data: serviceRows({ facts, incidentId }, names) })
  await correctSeverity(work, incidentId, facts)
  if (!whole) {
    if (facts.mechanisms.length > 0) await replaceLists(work, incidentId, { mechanisms: facts.mechanisms })
    return
  }
  await replaceLists(work, incidentId, await listsOf(work, incidentId, facts))
  await db.timelineEntry.deleteMany({ where: { incidentId } })
  if (facts.timeline.length > 0) await insertTimeline(work, { facts, incidentId })
}

const told = <Columns extends object>(columns: Columns) =>
  Object.fromEntries(
    Object.entries(columns).filter(
      ([key, value]) => value !== null && /^(title|zone|teamId|impactStartedAt|mitigatedAt)$/.test(key),
    ),
  ) as Partial<Columns>

/** Its severity is the log's last line; another one from the file stands in that line's place. */
async function correctSeverity({ db, now, actor }: Work, incidentId: string, { severity }: Facts): Promise<void> {
  const log = await db.severityChange.findMany({
    where: { incidentId, replacedBy: null },
    orderBy: [{ at: { sort: 'desc', nulls: 'last' } }, { recordedAt: 'desc' }, { id: 'desc' }],
  })
  const [last] = log
  if (last?.severity === severity) return
  const recordedById = actor.kind === 'person' ? actor.personId : null
  await db.severityChange.createMany({
    data: {
      id: newId(now),
      incidentId,
      severity,
      at: last?.at ?? null,
      reason: last ? 'Corrected by an import' : '',
      replacesId: last?.id ?? null,
      recordedById,
      recordedAt: now,
    },
  })
}

async function listsOf(work: Work, incidentId: string, facts: Facts): Promise<Lists> {
  const standing = await incidentById(work, incidentId)
  const taken = new Set<string>()
  const idOf = (role: Facts['roles'][number]) => {
    const same = standing.roles.find(
      ({ id, ...row }) => !taken.has(id) && row.role === role.role && row.area === role.area,
    )
    if (same) taken.add(same.id)
    return same?.id
  }
  const { locations, numbers, factors, mechanisms, defences, evidence } = facts
  const windows = facts.windows.map((row) => ({
    ...row,
    startedAt: new Date(row.startedAt),
    endedAt: instant(row.endedAt),
  }))
  const mitigations = facts.mitigations.map((row) => ({ ...row, at: instant(row.at) }))
  const roles = facts.roles.map((row) => ({
    ...row,
    id: idOf(row),
    from: instant(row.from),
    until: instant(row.until),
  }))
  return { locations, numbers, factors, mechanisms, defences, evidence, windows, mitigations, roles } as Lists
}
