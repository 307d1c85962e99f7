import { randomUUID } from 'node:crypto'
import type { Work } from '#lib/context.ts'
import type { Facts } from '#lib/notifications/model.ts'
import { notifyOfAll } from '#lib/notifications/notify.ts'
import { allWaiting } from '#lib/postmortems/due.ts'
import { isBusinessDay } from '#lib/review-rules/deadlines.ts'
import { readRulebook } from '#lib/review-rules/queries.ts'
import { addDays, localDate } from '#lib/time.ts'
import { grounds, requirementsOf } from '#lib/waivers/requirements.ts'
import { itemsToEscalate } from './escalate-items.ts'
import type { AsOwner } from './outbox.ts'
import { itemsToTell } from './remind-items.ts'
import { acceptancesEnded } from './remind-register.ts'
import { daysBetween, type Owners, ownersOfTeams } from './steps.ts'

/** Days after the due date; the one before it is the business day before. From a week on, the owners of the team hear too. */
const LATE = [1, 7, 14] as const
const OWNERS_FROM = 7
/** Older than this, it is no reminder any more but archaeology: an instance that is new, or was off for months. */
const FORGET_DAYS = 30
const CANDIDATES_MAX = 1_000

/** Nobody waits for it, and ten thousand promises may be late at once. */
const READING_MS = 60_000
/** A transaction of well under a second. */
const TOLD_AT_ONCE = 1_000

type ReminderKind =
  | 'draft_due'
  | 'publication_due'
  | 'postmortem_needed'
  | 'item_due'
  | 'item_escalated'
  | 'item_stale'
  | 'item_undecided'
  | 'risk_ends'
  | 'acceptance_ended'

export type Reminder = {
  [K in ReminderKind]: {
    kind: K
    people: (string | null)[]
    subject: { kind: 'postmortem' | 'incident' | 'action_item' | 'risk'; id: string }
    facts: Facts<K>
    key: string
  }
}[ReminderKind]

/**
 * Tells people what is due, as often as it is run: which step a date has reached follows from the day it is where the team
 * is, and each step is told once. After a pause of any length the newest step is told, which says what the ones before it
 * would have said. It looks as the owner, so nothing is missed; readers see only what is open to them.
 */
export async function remind({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  const who = { actor: { kind: 'system', reason: 'reminders' }, now, requestId: randomUUID() } as const
  const due = await asOwner((db) => dueNow({ ...who, db }), { timeoutMs: READING_MS })
  // What is told is told, so a part that did not work is all that is left for the next time.
  for (let from = 0; from < due.length; from += TOLD_AT_ONCE)
    await asOwner((db) => tell({ ...who, db }, due.slice(from, from + TOLD_AT_ONCE)))
}

async function dueNow(work: Work): Promise<Reminder[]> {
  const owners = await ownersOfTeams(work)
  return [
    ...(await postmortemsDue(work, owners)),
    ...(await postmortemsNeeded(work, owners)),
    ...(await itemsToTell(work, owners)),
    ...(await itemsToEscalate(work)),
    ...(await acceptancesEnded(work, owners)),
  ]
}

async function tell(work: Work, reminders: readonly Reminder[]): Promise<void> {
  const keys = reminders.map(({ key }) => key)
  const told = await work.db.notification.findMany({ where: { key: { in: keys } }, select: { key: true } })
  const known = new Set(told.map(({ key }) => key))
  await notifyOfAll(
    work,
    reminders.filter(({ key }) => !known.has(key)),
  )
}

async function postmortemsDue(work: Work, owners: Owners): Promise<Reminder[]> {
  const rulebook = await readRulebook(work)
  return (await allWaiting(work)).flatMap(({ id, teamId, leadId, zone, due: { what, dueOn } }): Reminder[] => {
    const days = stepOf(dueOn, localDate(work.now, zone), rulebook.holidays(teamId))
    if (days === null) return []
    const kind = what === 'draft' ? 'draft_due' : 'publication_due'
    const people = [leadId, ...(days >= OWNERS_FROM ? (owners.get(teamId) ?? []) : [])]
    return [
      { kind, people, subject: { kind: 'postmortem', id }, facts: { dueOn, days }, key: keyOf(kind, id, dueOn, days) },
    ]
  })
}

/** Where nobody has begun there is no lead yet, so whoever recorded it and the team's owners hear. */
async function postmortemsNeeded(work: Work, owners: Owners): Promise<Reminder[]> {
  const { db, now } = work
  const rows = await db.incident.findMany({
    where: { postmortems: { none: {} }, waiver: null, mitigatedAt: { not: null } },
    include: grounds,
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: CANDIDATES_MAX,
  })
  const found = await requirementsOf(db, rows, now)
  const rulebook = await readRulebook(work)
  return rows.flatMap(({ id, teamId, createdById, team }): Reminder[] => {
    const dueOn = found.get(id)?.draftDueOn
    const days = dueOn ? stepOf(dueOn, localDate(now, team.zone), rulebook.holidays(teamId)) : null
    if (!dueOn || days === null) return []
    const kind = 'postmortem_needed'
    const people = [createdById, ...(owners.get(teamId) ?? [])]
    return [
      { kind, people, subject: { kind: 'incident', id }, facts: { dueOn, days }, key: keyOf(kind, id, dueOn, days) },
    ]
  })
}

const keyOf = (kind: string, id: string, dueOn: string, days: number) => `${kind} ${id} ${dueOn} ${days}`

/** The newest step reached, or null before the first and long after the last. */
export function stepOf(dueOn: string, today: string, holidays: ReadonlySet<string>): number | null {
  if (today > addDays(dueOn, FORGET_DAYS)) return null
  const late = LATE.findLast((days) => today >= addDays(dueOn, days))
  if (late !== undefined) return late
  const before = businessDayBefore(dueOn, holidays)
  return today >= before ? -daysBetween(before, dueOn) : null
}

function businessDayBefore(date: string, holidays: ReadonlySet<string>): string {
  let at = addDays(date, -1)
  while (!isBusinessDay(at, holidays)) at = addDays(at, -1)
  return at
}
