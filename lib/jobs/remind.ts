import { randomUUID } from 'node:crypto'
import type { Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import { allWaiting } from '#lib/postmortems/due.ts'
import { isBusinessDay } from '#lib/review-rules/deadlines.ts'
import { readRulebook } from '#lib/review-rules/queries.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import { grounds, requirementsOf } from '#lib/waivers/requirements.ts'
import type { AsOwner } from './outbox.ts'

/** Days after the due date; the one before it is the business day before. From a week on, the owners of the team hear too. */
const LATE = [1, 7, 14] as const
const OWNERS_FROM = 7
/** Older than this, it is no reminder any more but archaeology: an instance that is new, or was off for months. */
const FORGET_DAYS = 30
const CANDIDATES_MAX = 1_000

type Reminder = {
  kind: 'draft_due' | 'publication_due' | 'postmortem_needed'
  people: (string | null)[]
  subject: { kind: 'postmortem' | 'incident'; id: string }
  facts: { dueOn: string; days: number }
  key: string
}

/**
 * Tells people what is due, as often as it is run: which step a date has reached follows from the day it is where the team
 * is, and each step is told once. After a pause of any length the newest step is told, which says what the ones before it
 * would have said. It looks as the owner, so nothing is missed; readers see only what is open to them.
 */
export async function remind({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  await asOwner(async (db) => {
    const work: Work = { actor: { kind: 'system', reason: 'reminders' }, now, requestId: randomUUID(), db }
    const due = [...(await postmortemsDue(work)), ...(await postmortemsNeeded(work))]
    const told = await db.notification.findMany({
      where: { key: { in: due.map(({ key }) => key) } },
      select: { key: true },
      distinct: ['key'],
    })
    const known = new Set(told.map(({ key }) => key))
    for (const reminder of due) if (!known.has(reminder.key)) await notify(work, reminder)
  })
}

async function postmortemsDue(work: Work): Promise<Reminder[]> {
  const rulebook = await readRulebook(work)
  const owners = await ownersOf(work)
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
async function postmortemsNeeded(work: Work): Promise<Reminder[]> {
  const { db, now } = work
  const rows = await db.incident.findMany({
    where: { postmortems: { none: {} }, waiver: null, mitigatedAt: { not: null } },
    include: grounds,
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: CANDIDATES_MAX,
  })
  const found = await requirementsOf(db, rows, now)
  const rulebook = await readRulebook(work)
  const owners = await ownersOf(work)
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

const daysBetween = (from: string, to: string) =>
  Math.round((dateFromLocal(to).getTime() - dateFromLocal(from).getTime()) / 86_400_000)

async function ownersOf({ db }: Work): Promise<Map<string, string[]>> {
  const rows = await db.membership.findMany({ where: { role: 'owner', person: { deactivatedAt: null } } })
  const owners = new Map<string, string[]>()
  for (const { teamId, personId } of rows) owners.set(teamId, [...(owners.get(teamId) ?? []), personId])
  return owners
}
