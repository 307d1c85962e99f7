import { dateFormat } from '#lib/date-format.ts'

export type DateOrder = 'day_first' | 'month_first'
export type DateReading = { day: string } | { open: true } | null

/** What a date without its year is read against. */
export type DateWay = { near: Date | null; order: DateOrder | null }

/** `2026-06-09`, `9 June 2026`, `Tuesday, June 9th`, `6/9/2026`, `2026年6月9日`, `6月9日`. Null is no date. */
export function readDate(text: string, way: DateWay): DateReading {
  const typed = text.normalize('NFKC').trim().replace(weekday, '').trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const short = /^(\d{1,2})月(\d{1,2})日$/.exec(typed) ?? /^(\d{2})-(\d{2})$/.exec(typed)
  if (short) return nearestYear(Number(short[1]), Number(short[2]), way)
  return named(typed, way) ?? slashed(typed, way)
}

/** Which of the two orders the dates of a transcript can only be in, if any of them tells. */
export function orderIn(dates: readonly string[]): DateOrder | null {
  for (const date of dates) {
    const [, first = 0, second = 0] = (slashes.exec(date.trim()) ?? []).map(Number)
    if (first > 12) return 'day_first'
    if (second > 12) return 'month_first'
  }
  return null
}

export const slashes = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/

const weekday =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s*|^(?:星期|周)[一二三四五六日天],?\s*/i

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const monthFirst = new RegExp(`^${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`, 'i')
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\.? ${month}(?:,? (\\d{4}))?$`, 'i')

function named(typed: string, way: DateWay): DateReading {
  const [, name, day, year] = monthFirst.exec(typed) ?? []
  const [, day2, name2, year2] = dayFirst.exec(typed) ?? []
  const found = name ?? name2
  if (!found) return null
  const given = year ?? year2
  const [m, d] = [monthOf(found), Number(day ?? day2)]
  return given ? dayOf(Number(given), m, d) : nearestYear(m, d, way)
}

function slashed(typed: string, way: DateWay): DateReading {
  const match = slashes.exec(typed)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  const order = way.order ?? orderIn([typed]) ?? (first === second ? 'day_first' : null)
  if (!order) return { open: true }
  const [m, d] = order === 'day_first' ? [second, first] : [first, second]
  if (match[3] === undefined) return nearestYear(m, d, way)
  const year = Number(match[3])
  return dayOf(year < 100 ? 2000 + year : year, m, d)
}

/** A date without its year is in the year that brings it nearest to the incident. */
function nearestYear(m: number, d: number, { near }: DateWay): DateReading {
  if (!near) return null
  const year = near.getUTCFullYear()
  const distance = (reading: DateReading) =>
    reading && 'day' in reading
      ? Math.abs(new Date(`${reading.day}T12:00:00Z`).getTime() - near.getTime())
      : Number.POSITIVE_INFINITY
  const [best = null] = [year - 1, year, year + 1]
    .map((each) => dayOf(each, m, d))
    .sort((a, b) => distance(a) - distance(b))
  return best
}

function dayOf(year: number, m: number, d: number): DateReading {
  const at = new Date(Date.UTC(year, m - 1, d))
  if (at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return null
  return { day: dateFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' }).format(at) }
}
