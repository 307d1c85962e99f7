import type { Work } from '#lib/context.ts'
import { isQuiet, shippedSettings } from '#lib/digests/model.ts'
import { dateFromLocal, localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { Reminder } from './remind.ts'
import { itemStepOf } from './remind-items.ts'
import { reminderKey } from './steps.ts'

const person = { select: { id: true, zone: true, deactivatedAt: true, mail: true } } as const
const chain = {
  id: true,
  dueOn: true,
  owner: person,
  team: { select: { zone: true, memberships: { select: { role: true, person } } } },
  program: { select: { lead: person, sponsor: person } },
} satisfies Prisma.ActionItemSelect
type Row = Prisma.ActionItemGetPayload<{ select: typeof chain }>
type Someone = Prisma.PersonGetPayload<typeof person>

/**
 * A P0 may happen again now, so once it is late it does not wait for morning: while those it belongs to sleep, the next of
 * the chain who are awake hear. Once for each step; who sleeps is never woken.
 */
export async function itemsToEscalate({ db, now }: Work): Promise<Reminder[]> {
  const rows = await db.actionItem.findMany({
    where: {
      closed: false,
      priority: 'p0',
      commitment: { notIn: ['proposed', 'risk_accepted'] },
      dueOn: { lte: dateFromLocal(localFromDate(now)) },
    },
    select: chain,
  })
  if (rows.length === 0) return []
  const managers = await db.person.findMany({ where: { role: 'program_manager' }, ...person })
  return rows.flatMap((row) => escalation(row, managers, now))
}

function escalation(row: Row, managers: Someone[], now: Date): Reminder[] {
  const dueOn = localFromDate(row.dueOn)
  const days = itemStepOf(dueOn, localDate(now, row.team.zone))
  if (days === null || days < 1) return []
  const [first, ...circles] = circlesOf(row, managers).map((circle) => circle.filter((one) => isAwake(one, now)))
  const awake = first?.length ? [] : (circles.find((circle) => circle.length > 0) ?? [])
  if (awake.length === 0) return []
  return [
    {
      kind: 'item_escalated',
      people: awake.map(({ id }) => id),
      subject: { kind: 'action_item', id: row.id },
      facts: { dueOn, days },
      key: reminderKey('item_escalated', row.id, `${dueOn} ${days}`),
    },
  ]
}

/** Those it belongs to hear of it anyway; then who else works in the team, its program, the program managers, and the sponsor. */
function circlesOf({ owner, team, program }: Row, managers: Someone[]): Someone[][] {
  const of = (roles: string[]) => team.memberships.flatMap(({ role, person }) => (roles.includes(role) ? [person] : []))
  const lead = program ? [program.lead] : []
  return [
    [...(owner ? [owner] : []), ...of(['owner'])],
    of(['editor']),
    [...lead, ...managers],
    program?.sponsor ? [program.sponsor] : [],
  ]
}

const isAwake = ({ zone, mail, deactivatedAt }: Someone, now: Date): boolean =>
  deactivatedAt === null && !isQuiet(now, zone, mail ?? shippedSettings)
