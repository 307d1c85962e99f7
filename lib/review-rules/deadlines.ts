import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import type { Terms } from './model.ts'

/** Days on which nobody is expected to work, besides weekends. */
export type Holidays = ReadonlySet<string>

/** The clock starts on the day users were well again, where the team is: resolved can be weeks later, and is about us. */
export function dueDates(
  terms: Pick<Terms, 'draftDays' | 'publishDays' | 'businessDays'>,
  { mitigatedAt, zone, holidays }: { mitigatedAt: Date; zone: string; holidays: Holidays },
): { draft: string; publish: string } {
  const start = localDate(mitigatedAt, zone)
  const after = (days: number) => (terms.businessDays ? addBusinessDays(start, days, holidays) : addDays(start, days))
  return { draft: after(terms.draftDays), publish: after(terms.publishDays) }
}

export function addBusinessDays(date: string, days: number, holidays: Holidays): string {
  let at = date
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isBusinessDay(at, holidays)) left -= 1
  }
  return at
}

export function isBusinessDay(date: string, holidays: Holidays): boolean {
  const day = dateFromLocal(date).getUTCDay()
  return day !== 0 && day !== 6 && !holidays.has(date)
}
