import type { Work } from '#lib/context.ts'
import { addDays, localDate } from '#lib/time.ts'
import type { Severity } from './model.ts'

export type Anniversary = {
  number: number
  title: string
  severity: Severity
  began: Date
  years: number
  /** What came of it: what can be read, and what was promised and is open still. */
  postmortem: { number: number; title: string } | null
  openItems: number
}

/** It is to be quiet: what a glance takes in. */
const SHOWN_MAX = 3
/** Three days of all years, before the reader's own day is picked from them. */
const LOOKED_AT_MAX = 200

/**
 * Incidents whose impact began on this date in an earlier year where the reader is, worst first, of those they may see.
 * The database is asked for the day in UTC and its neighbours, because not every server knows every zone.
 */
export async function onThisDay({ db, now }: Work, zone: string): Promise<Anniversary[]> {
  const today = localDate(now, zone)
  const days = [-1, 0, 1].map((step) => addDays(today, step).slice(5))
  const near = await db.$queryRaw<{ id: string; began: Date }[]>`
    select "id", "impactStartedAt" as began from "Incident"
    where "impactStartedAt" < ${now}::timestamptz - interval '300 days'
      and to_char("impactStartedAt" at time zone 'UTC', 'MM-DD') = any(${days}::text[])
    order by "severity", "impactStartedAt" desc, "id" limit ${LOOKED_AT_MAX}`
  const chosen = near.filter(({ began }) => localDate(began, zone).slice(5) === today.slice(5)).slice(0, SHOWN_MAX)
  const rows = await db.incident.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    include: { postmortems: { select: { number: true, title: true, state: true, id: true } } },
  })
  const open = await db.actionItem.groupBy({
    by: ['postmortemId'],
    where: { postmortemId: { in: rows.flatMap(({ postmortems }) => postmortems.map(({ id }) => id)) }, closed: false },
    _count: true,
  })
  return chosen.flatMap(({ id, began }) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const { number, title, severity, postmortems } = row
    const told = postmortems.find(({ state }) => state === 'published')
    const mine = open.filter(({ postmortemId }) => postmortems.some((postmortem) => postmortem.id === postmortemId))
    return {
      number,
      title,
      severity,
      began,
      years: Number(today.slice(0, 4)) - Number(localDate(began, zone).slice(0, 4)),
      postmortem: told ? { number: told.number, title: told.title } : null,
      openItems: mine.reduce((sum, { _count }) => sum + _count, 0),
    }
  })
}
