import type { Work } from '#lib/context.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { isAsked } from './model.ts'
import type { EarlierItemOut } from './schema.ts'

/** More fixes for one mechanism on one service are a program; the list of items has them all. */
const EARLIER_MAX = 50

export type EarlierItem = Awaited<ReturnType<typeof earlierItems>>[number]

/**
 * The items that were to remove a mechanism of this incident for an earlier incident of one of its services, each as it
 * was when this one began. It is worked out from rows that are only ever added, so the answer stays the same.
 */
export async function earlierItems({ db }: Work, incidentId: string) {
  const incident = await db.incident.findUnique({
    where: { id: incidentId },
    select: { mechanisms: true, occurredAt: true, impactStartedAt: true, services: { select: { serviceId: true } } },
  })
  if (!incident || incident.mechanisms.length === 0) return []
  const began = incident.impactStartedAt ?? incident.occurredAt
  const another = {
    id: { not: incidentId },
    services: { some: { serviceId: { in: incident.services.map(({ serviceId }) => serviceId) } } },
  }
  const upTo = (orderBy: 'desc') => ({ where: { at: { lte: began } }, orderBy: [{ at: orderBy }, { id: orderBy }] })
  const rows = await db.actionItem.findMany({
    where: {
      mechanism: { in: incident.mechanisms },
      createdAt: { lte: began },
      OR: [{ incidents: { some: { incident: another } } }, { postmortem: { incident: another } }],
    },
    include: {
      team: { select: { zone: true } },
      commitments: { ...upTo('desc'), take: 1 },
      steps: upTo('desc'),
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: EARLIER_MAX,
  } satisfies Prisma.ActionItemFindManyArgs)
  const dates = await datesAt(
    db,
    rows.map(({ id }) => id),
    began,
  )
  return rows
    .map((row) => {
      const dueOn = dates.get(row.id) ?? localFromDate(row.dueOn)
      const commitment = row.commitments[0]?.kind ?? 'proposed'
      const progress = row.steps[0]?.kind ?? 'open'
      const ended =
        ['verified', 'dropped'].includes(progress) || !['proposed', 'accepted', 'handed'].includes(commitment)
      return {
        row,
        commitment,
        progress,
        dueOn,
        overdue: !ended && localDate(began, row.team.zone) > dueOn,
        verifiedAt: progress === 'verified' ? (row.steps[0]?.at ?? null) : null,
      }
    })
    .filter((then) => isAsked(then, began))
}

/** A date that moved later was another one then: the first move after that day says from where. */
async function datesAt(db: Work['db'], ids: string[], at: Date): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const moves = await db.event.findMany({
    where: {
      subjectKind: 'action_item',
      subjectId: { in: ids },
      at: { gt: at },
      name: { in: ['action_item.updated', 'action_item.change_undone'] },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { subjectId: true, data: true },
  })
  return new Map(
    moves.flatMap(({ subjectId, data }) => {
      const from = (data as { dueOn?: { from?: string } }).dueOn?.from
      return from ? [[subjectId, from] as const] : []
    }),
  )
}

export const presentEarlier = ({
  row,
  commitment,
  progress,
  overdue,
  dueOn,
  verifiedAt,
}: EarlierItem): EarlierItemOut => ({
  number: row.number,
  title: row.title,
  mechanism: row.mechanism,
  commitment,
  progress,
  overdue,
  dueOn,
  verifiedAt: verifiedAt?.toISOString() ?? null,
})
