import type { Db } from '#lib/context.ts'
import { dueDates } from '#lib/review-rules/deadlines.ts'
import { readRulebook } from '#lib/review-rules/queries.ts'
import { addDays, localDate } from '#lib/time.ts'
import type { Incident, Prisma } from '#prisma/client/client.ts'
import { RECURRENCE_DAYS, requirement } from './model.ts'

/** What the requirement of an incident rests on. */
export const grounds = {
  team: { select: { id: true, name: true, slug: true, zone: true } },
  windows: { select: { startedAt: true, endedAt: true } },
  mitigations: { select: { method: true, byRole: true } },
  services: { select: { serviceId: true } },
  postmortems: { select: { id: true } },
  waiver: true,
} satisfies Prisma.IncidentInclude
export type Grounds = Prisma.IncidentGetPayload<{ include: typeof grounds }>

export type Requirement = { because: string[]; draftDueOn: string | null; overdue: boolean }

/** For however many incidents at once: rules, holidays and recurrences are read once. */
export async function requirementsOf(db: Db, rows: readonly Grounds[], now: Date): Promise<Map<string, Requirement>> {
  const rulebook = await readRulebook({ db })
  const recurrences = await recurrencesOf(db, rows)
  return new Map(
    rows.map((row) => {
      const because = requirement({ ...row, recurrence: recurrences.get(row.id) ?? null })
      const { zone } = row.team
      const terms = rulebook.rule(row.severity, row.teamId)
      const due =
        because.length > 0 && row.mitigatedAt
          ? dueDates(terms, { mitigatedAt: row.mitigatedAt, zone, holidays: rulebook.holidays(row.teamId) }).draft
          : null
      return [row.id, { because, draftDueOn: due, overdue: due !== null && localDate(now, zone) > due }]
    }),
  )
}

type Recurrence = { mechanism: string; count: number }

async function recurrencesOf(db: Db, rows: readonly Grounds[]): Promise<Map<string, Recurrence>> {
  const asked = rows.filter(({ mechanisms, services }) => mechanisms.length > 0 && services.length > 0)
  if (asked.length === 0) return new Map()
  const earliest = Math.min(...asked.map(({ occurredAt }) => occurredAt.getTime()))
  const from = new Date(`${addDays(new Date(earliest).toISOString().slice(0, 10), -RECURRENCE_DAYS)}T00:00:00Z`)
  const around = await db.incident.findMany({
    where: {
      occurredAt: { gte: from },
      mechanisms: { hasSome: [...new Set(asked.flatMap(({ mechanisms }) => mechanisms))] },
    },
    select: { id: true, occurredAt: true, mechanisms: true, services: { select: { serviceId: true } } },
    orderBy: { occurredAt: 'desc' },
    take: 2_000,
  })
  return new Map(asked.flatMap((row) => worstOf(row, around).map((found) => [row.id, found] as const)))
}

type Around = Pick<Incident, 'id' | 'occurredAt' | 'mechanisms'> & { services: { serviceId: string }[] }

function worstOf(row: Grounds, around: readonly Around[]): Recurrence[] {
  const since = row.occurredAt.getTime() - RECURRENCE_DAYS * 86_400_000
  const mine = new Set(row.services.map(({ serviceId }) => serviceId))
  const near = around.filter(
    ({ occurredAt, services }) =>
      occurredAt <= row.occurredAt &&
      occurredAt.getTime() >= since &&
      services.some(({ serviceId }) => mine.has(serviceId)),
  )
  return row.mechanisms
    .map((mechanism) => ({ mechanism, count: near.filter(({ mechanisms }) => mechanisms.includes(mechanism)).length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 1)
}
