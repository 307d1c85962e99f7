import { randomUUID } from 'node:crypto'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { lockActionItem } from '#lib/action-items/queries.ts'
import { perform } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import { localDate } from '#lib/time.ts'
import type { AsOwner } from './outbox.ts'
import { daysBetween, ownersOfTeams, reminderKey } from './steps.ts'

/** An idea nobody decides about for two weeks is no promise; whoever wants it can still accept it. */
const LAPSE_DAYS = 14
/** Half of it before, those who can decide hear that it will lapse. */
export const NOTICE_DAYS = 7

const DAY_MS = 86_400_000

const proposedAt = {
  where: { kind: 'proposed' },
  orderBy: { at: 'desc' },
  take: 1,
  select: { at: true },
} as const

type Proposal = { createdAt: Date; commitments: readonly { at: Date }[]; team: { zone: string } }

/** Proposed again counts from then. */
export const proposedOn = ({ createdAt, commitments: [again], team }: Proposal): string =>
  localDate(again?.at ?? createdAt, team.zone)

/** Declines what nobody decided about, a week after it was said at the earliest. */
export async function lapseProposals({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  await asOwner(async (db) => {
    const work: Work = { actor: { kind: 'system', reason: 'undecided proposals' }, now, requestId: randomUUID(), db }
    const owners = await ownersOfTeams(work)
    const rows = await db.actionItem.findMany({
      where: { commitment: 'proposed', closed: false, createdAt: { lte: daysAgo(now, LAPSE_DAYS - 1) } },
      select: {
        id: true,
        number: true,
        teamId: true,
        createdById: true,
        createdAt: true,
        commitments: proposedAt,
        team: { select: { zone: true } },
      },
    })
    for (const row of rows) {
      const since = proposedOn(row)
      // None lapses untold.
      const notice = await db.notification.findFirst({
        where: {
          key: reminderKey('item_undecided', row.id, since),
          createdAt: { lte: daysAgo(now, LAPSE_DAYS - NOTICE_DAYS) },
        },
        select: { id: true },
      })
      if (!notice || daysBetween(since, localDate(now, row.team.zone)) < LAPSE_DAYS) continue
      // Another process may be doing the same, or somebody may be deciding.
      if ((await lockActionItem(work, row.number)).commitment !== 'proposed') continue
      await perform(work, decideActionItem, { number: row.number, to: 'declined', reason: LAPSED })
      await notify(work, {
        kind: 'item_lapsed',
        people: [row.createdById, ...(owners.get(row.teamId) ?? [])],
        subject: { kind: 'action_item', id: row.id },
        facts: { since },
      })
    }
  })
}

const LAPSED = `Nobody decided about it within ${LAPSE_DAYS} days. It can be accepted after all.`

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS)
