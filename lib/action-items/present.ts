import { isOverdue, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { ActionItemOut } from './schema.ts'

export const whole = {
  team: true,
  owner: { select: { id: true, name: true } },
  postmortem: { select: { number: true, title: true } },
  closure: true,
} as const satisfies Prisma.ActionItemInclude

export function presentActionItem(
  row: Prisma.ActionItemGetPayload<{ include: typeof whole }>,
  now: Date,
): ActionItemOut {
  const { number, externalId, title, doneWhen, priority, team, owner, version, postmortem, closure } = row
  const dueOn = localFromDate(row.dueOn)
  return {
    ...{ number, externalId, title, doneWhen, priority, owner, dueOn, version, postmortem },
    team: { slug: team.slug, name: team.name, zone: team.zone },
    originalDueOn: localFromDate(row.originalDueOn),
    overdue: !row.closed && isOverdue({ dueOn, zone: team.zone, now }),
    createdAt: row.createdAt.toISOString(),
    closure: closure && { outcome: closure.outcome, note: closure.note, closedAt: closure.closedAt.toISOString() },
  }
}
