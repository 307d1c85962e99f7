import { addDays, localDate } from '#lib/time.ts'
import { clearWallOf, distanceOf, exactWallOf, instantsOf, momentOf, settle } from '#lib/wall-clock.ts'

/** What a time typed in one box is read against. */
export type Around = {
  zone: string
  /** The entry before: `+5m` counts from it, and in a list a clock time follows it, past midnight if it must. */
  after: Date | null
  /** Moments known of this incident. A clock time without a date is put on the day that brings it nearest to one. */
  near?: readonly Date[] | undefined
  /** The day a clock time is meant on, when somebody said so. */
  day?: string | undefined
}

export type Reading = { at: Date } | { problem: string }

/** People who paste write down what they saw, not always in order: up to two hours back is not yet the next day. */
const OUT_OF_ORDER_MS = 2 * 60 * 60 * 1000

/** `14:02`, `1402`, `2:02 pm`, `+5m`, `2026-11-20 14:02`, each also with `Z` or `+01:00`. Nothing is guessed silently. */
export function readTime(text: string, around: Around): Reading {
  const typed = text.normalize('NFKC').trim()
  const step = stepOf(typed)
  if (step !== null)
    return around.after
      ? { at: new Date(around.after.getTime() + step) }
      : { problem: 'There is no entry before this one to count from. Write the time itself.' }
  const full = momentOf(typed)
  if (full) return asked(full, around.zone)
  const clock = clockOf(typed)
  if (clock) return onSomeDay(clock, around)
  return { problem: /\d\s*(?![ap]m$)[A-Z]{2,5}$/i.test(typed) ? abbreviation(around.zone) : notTime }
}

/** Shown in the box when the line is edited; read back as the same instant. */
export const spellTime = (at: Date, zone: string): string => clearWallOf(at, zone).replace('T', ' ')

const notTime = 'Write a time like 14:02, +5m or 2026-11-20 14:02.'
const abbreviation = (zone: string) =>
  `Leave the abbreviation out, since several zones share it. Times are read in ${zone}; others take their distance, like 14:02 +01:00.`

function asked(moment: NonNullable<ReturnType<typeof momentOf>>, zone: string): Reading {
  const settled = settle(moment, zone)
  if ('at' in settled || moment instanceof Date) return settled
  const which = instantsOf(moment.wall, zone).map((at) => exactWallOf(at, zone).replace('T', ' '))
  return which.length > 1 ? { problem: `${settled.problem} Write ${which.join(' or ')}.` } : settled
}

/** `+5m`, `+1h30m`, `+90s`; a bare `+5` is minutes. */
function stepOf(text: string): number | null {
  const [, bare] = /^\+\s*(\d{1,4})$/.exec(text) ?? []
  if (bare !== undefined) return Number(bare) * 60_000
  const match = /^\+\s*(?=\d)(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?\s*(?:(\d{1,5})\s*s)?$/i.exec(text)
  if (!match) return null
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return (hours * 3600 + minutes * 60 + seconds) * 1000
}

type Clock = { shown: string; distance: string | undefined }

function clockOf(text: string): Clock | null {
  const match = /^(\d{1,2})[:h.]?(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text)
  if (!match) return null
  const [, hours = '', minutes = '', seconds, half, distance] = match
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59 || (half && Number(hours) > 12)) return null
  return { shown: `${String(hour).padStart(2, '0')}:${minutes}:${seconds ?? '00'}`, distance }
}

function onSomeDay(clock: Clock, { zone, after, near, day }: Around): Reading {
  if (day) return onDay(clock, day, zone)
  const anchors = near?.length ? near : after ? [after] : []
  if (anchors.length === 0) return { problem: 'Write the date too, like 2026-11-20 14:02.' }
  const days = new Set(anchors.flatMap((at) => [-1, 0, 1].map((shift) => addDays(localDate(at, zone), shift))))
  const readings = [...days].sort().map((each) => onDay(clock, each, zone, true))
  const found = near?.length ? nearest(readings, near) : following(readings, after ?? new Date(0))
  // Read again, this time asking about an hour that happened twice or never.
  return found ? onDay(clock, localDateOf(found, clock, zone), zone) : { problem: notTime }
}

const localDateOf = (at: Date, { distance }: Clock, zone: string) =>
  distance === undefined
    ? localDate(at, zone)
    : new Date(at.getTime() + distanceOf(distance)).toISOString().slice(0, 10)

/** `loosely` takes a skipped time as the one before and a repeated one as the first: good enough to choose a day by. */
function onDay({ shown, distance }: Clock, day: string, zone: string, loosely = false): Reading {
  const wall = `${day} ${shown.endsWith(':00') ? shown.slice(0, 5) : shown}`
  if (distance !== undefined) return asked(momentOf(`${wall}${distance}`) ?? { wall }, zone)
  if (!loosely) return asked({ wall }, zone)
  const [first] = instantsOf(wall, zone)
  return { at: first ?? new Date(`${day}T${shown}Z`) }
}

const instants = (readings: readonly Reading[]) => readings.flatMap((reading) => ('at' in reading ? [reading.at] : []))

function nearest(readings: readonly Reading[], anchors: readonly Date[]): Date | undefined {
  const distance = (at: Date) => Math.min(...anchors.map((anchor) => Math.abs(anchor.getTime() - at.getTime())))
  return instants(readings).sort((a, b) => distance(a) - distance(b))[0]
}

const following = (readings: readonly Reading[], after: Date) =>
  instants(readings).find((at) => at.getTime() >= after.getTime() - OUT_OF_ORDER_MS)
