import { addDays, instantInZone } from '#lib/time.ts'

/**
 * A week as it is told when it is over: what was learned, which ways of getting hurt came again, which fixes proved
 * themselves or did not. It is told once, to those who want it, in the words and under the policy of its reader; a week in
 * which nothing of that happened is not told.
 */
export type Week = {
  monday: string
  published: readonly { number: number; title: string }[]
  /** Mechanisms of this week's incidents that had been met in the half year before. */
  mechanisms: readonly { code: string; name: string; incidents: number }[]
  items: readonly { number: number; title: string; outcome: 'verified' | 'regressed' }[]
  /** Guides whose day to be read again fell in the week, or falls in the one that follows. */
  guides: readonly { slug: string; title: string; reviewBy: string }[]
}

export type WeekCounts = Record<'published' | 'mechanisms' | 'verified' | 'regressed' | 'guides', number>

/** The week that is over on the Monday on which it is told. */
export const weekToldOn = (monday: string): string => addDays(monday, -7)

/** From Monday to Monday where the reader is; on the days clocks change, too. */
export function boundsOf(monday: string, zone: string): { from: Date; until: Date } {
  return { from: startOf(monday, zone), until: startOf(addDays(monday, 7), zone) }
}

/** Where clocks change at midnight, a day begins an hour later. */
function startOf(day: string, zone: string): Date {
  const found = instantInZone(`${day}T00:00`, zone) ?? instantInZone(`${day}T01:00`, zone)
  if (!found) throw new Error(`${day} has no beginning in ${zone}.`)
  return found
}

export const countsOf = ({ published, mechanisms, items, guides }: Week): WeekCounts => ({
  published: published.length,
  mechanisms: mechanisms.length,
  guides: guides.length,
  verified: items.filter(({ outcome }) => outcome === 'verified').length,
  regressed: items.filter(({ outcome }) => outcome === 'regressed').length,
})

export const isQuietWeek = (week: Week): boolean => Object.values(countsOf(week)).every((count) => count === 0)

/** Any day as the Monday of its week. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, -((weekday + 6) % 7))
}
