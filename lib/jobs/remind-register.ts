import type { Work } from '#lib/context.ts'
import { addDays, dateFromLocal, localDate, localFromDate } from '#lib/time.ts'
import type { Reminder } from './remind.ts'
import type { Owners } from './steps.ts'

/** Older than this, the list has shown it first for a month: an instance that is new, or was off for long. */
const FORGET_DAYS = 30
const CANDIDATES_MAX = 1_000

/** Risks whose acceptance ended: the owner hears on the day after, where the team is; without one, the owners of the team. */
export async function acceptancesEnded({ db, now }: Work, owners: Owners): Promise<Reminder[]> {
  const today = localDate(now, 'UTC')
  const rows = await db.risk.findMany({
    where: {
      closed: false,
      // A day to either side of UTC, because every team has its own.
      acceptedUntil: { lte: dateFromLocal(today), gte: dateFromLocal(addDays(today, -FORGET_DAYS)) },
    },
    include: { team: { select: { zone: true } } },
    orderBy: [{ acceptedUntil: 'desc' }, { id: 'desc' }],
    take: CANDIDATES_MAX,
  })
  return rows.flatMap(({ id, ownerId, teamId, acceptedUntil, team }): Reminder[] => {
    const until = acceptedUntil && localFromDate(acceptedUntil)
    if (!until || until >= localDate(now, team.zone)) return []
    return [
      {
        kind: 'acceptance_ended',
        people: ownerId ? [ownerId] : [...(owners.get(teamId) ?? [])],
        subject: { kind: 'risk', id },
        facts: { until },
        key: `acceptance_ended ${id} ${until}`,
      },
    ]
  })
}
