import type { Work } from '#lib/context.ts'
import { addDays, dateFromLocal, localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { NOTICE_DAYS, proposedOn } from './lapse-proposals.ts'
import type { Reminder } from './remind.ts'
import { daysBetween, type Owners, reminderKey } from './steps.ts'

/** Before it is due its owner hears; once it is late, one more circle each time, and then every month for as long as it is open. */
const STEPS = [-7, -1, 1, 7, 14, 30] as const
const OWNERS_FROM = 1
const MANAGERS_FROM = 7
const SPONSOR_FROM = 14
/** In progress for so long without a word. */
const SILENT_DAYS = 14
const RISK_STEPS = [-14, -1, 0] as const

const grounds = {
  id: true,
  teamId: true,
  ownerId: true,
  createdById: true,
  dueOn: true,
  priority: true,
  riskUntil: true,
  progress: true,
  updatedAt: true,
  createdAt: true,
  commitment: true,
  team: { select: { zone: true } },
  program: { select: { leadId: true, sponsorId: true } },
  commitments: {
    where: { kind: { in: ['risk_accepted', 'proposed'] } },
    orderBy: { at: 'desc' },
    take: 1,
    select: { approverId: true, at: true },
  },
  steps: { orderBy: { at: 'desc' }, take: 1, select: { at: true } },
} satisfies Prisma.ActionItemSelect
type Row = Prisma.ActionItemGetPayload<{ select: typeof grounds }>

/** What is to be said of promises today. Whether the incident is closed does not matter: the promise is not. */
export async function itemsToTell(work: Work, owners: Owners): Promise<Reminder[]> {
  const { db, now } = work
  const managers = (
    await db.person.findMany({ where: { role: 'program_manager', deactivatedAt: null }, select: { id: true } })
  ).map(({ id }) => id)
  const soon = dateFromLocal(addDays(localFromDate(now), 15))
  // A day early, whatever the zone; the day itself is counted on each team’s own calendar.
  const silent = new Date(now.getTime() - (SILENT_DAYS - 1) * 86_400_000)
  const waiting = new Date(now.getTime() - (NOTICE_DAYS - 1) * 86_400_000)
  const rows = await db.actionItem.findMany({
    where: {
      OR: [
        { closed: false, commitment: { not: 'proposed' }, dueOn: { lte: soon } },
        { closed: false, progress: 'in_progress', updatedAt: { lte: silent } },
        { closed: false, commitment: 'proposed', createdAt: { lte: waiting } },
        { commitment: 'risk_accepted', riskUntil: { lte: soon } },
      ],
    },
    select: grounds,
  })
  return rows.flatMap((row) => {
    const circle = (days: number) => [
      ...(row.ownerId ? [row.ownerId] : ownersOf(row, owners)),
      ...(days >= OWNERS_FROM ? ownersOf(row, owners) : []),
      ...(days >= MANAGERS_FROM ? [...managers, row.program?.leadId ?? null] : []),
      ...(days >= SPONSOR_FROM && weighty(row) ? [row.program?.sponsorId ?? null] : []),
    ]
    return [
      due(row, now, circle),
      stale(row, now, circle),
      undecided(row, now, owners),
      riskEnds(row, now, owners),
    ].flatMap((reminder) => reminder ?? [])
  })
}

const weighty = ({ priority }: Row) => priority === 'p0' || priority === 'p1'
const ownersOf = ({ teamId }: Row, owners: Owners) => owners.get(teamId) ?? []

type Circle = (days: number) => (string | null)[]

function due(row: Row, now: Date, circle: Circle): Reminder | null {
  if (row.commitment === 'proposed' || row.commitment === 'risk_accepted' || row.progress === 'verified') return null
  const dueOn = localFromDate(row.dueOn)
  const days = itemStepOf(dueOn, localDate(now, row.team.zone))
  if (days === null) return null
  return about(row, 'item_due', { facts: { dueOn, days }, people: circle(days), mark: `${dueOn} ${days}` })
}

/** The newest step reached, or null before the first. After the first month, each month is one. */
export function itemStepOf(dueOn: string, today: string): number | null {
  const days = daysBetween(dueOn, today)
  const month = Math.floor(days / 30) * 30
  return days >= 30 ? month : (STEPS.findLast((step) => days >= step) ?? null)
}

function stale(row: Row, now: Date, circle: Circle): Reminder | null {
  if (row.progress !== 'in_progress' || row.commitment === 'proposed') return null
  const heard = new Date(Math.max(row.updatedAt.getTime(), row.steps[0]?.at.getTime() ?? 0))
  const since = localDate(heard, row.team.zone)
  if (daysBetween(since, localDate(now, row.team.zone)) < SILENT_DAYS) return null
  return about(row, 'item_stale', { facts: { since }, people: circle(0), mark: since })
}

function undecided(row: Row, now: Date, owners: Owners): Reminder | null {
  if (row.commitment !== 'proposed') return null
  const since = proposedOn(row)
  if (daysBetween(since, localDate(now, row.team.zone)) < NOTICE_DAYS) return null
  return about(row, 'item_undecided', {
    facts: { since },
    people: [row.createdById, ...ownersOf(row, owners)],
    mark: since,
  })
}

function riskEnds(row: Row, now: Date, owners: Owners): Reminder | null {
  if (row.commitment !== 'risk_accepted' || !row.riskUntil) return null
  const dueOn = localFromDate(row.riskUntil)
  const since = daysBetween(dueOn, localDate(now, row.team.zone))
  const days = since >= 30 ? Math.floor(since / 30) * 30 : RISK_STEPS.findLast((step) => since >= step)
  if (days === undefined) return null
  const people = [row.ownerId, row.commitments[0]?.approverId ?? null, ...(days >= 0 ? ownersOf(row, owners) : [])]
  return about(row, 'risk_ends', { facts: { dueOn, days }, people, mark: `${dueOn} ${days}` })
}

type Said = { facts: Reminder['facts']; people: (string | null)[]; mark: string }

const about = ({ id }: Row, kind: Reminder['kind'], { facts, people, mark }: Said): Reminder =>
  ({ kind, facts, people, subject: { kind: 'action_item', id }, key: reminderKey(kind, id, mark) }) as Reminder
