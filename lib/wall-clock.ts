import { dateFormat } from '#lib/date-format.ts'
/**
 * A date and a time as a clock on the wall shows them. In spring an hour of them never happens and in autumn an hour
 * happens twice, so reading one gives no instant, one, or two; which of two is asked, never guessed.
 */
export type Wall = { wall: string }
export type Moment = Date | Wall

const form = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/

/** `2026-11-20 14:02`, with or without its distance from UTC. */
export function momentOf(text: string): Moment | null {
  const [, wall = '', distance] = /^(.*?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? []
  const shown = wallMilliseconds(wall)
  if (shown === null) return null
  return distance === undefined ? { wall } : new Date(shown - distanceOf(distance))
}

/** `+05:45` in milliseconds. */
export function distanceOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

/** Every instant at which the clock there showed this, earliest first. */
export function instantsOf(wall: string, zone: string): Date[] {
  const shown = wallMilliseconds(wall)
  if (shown === null) return []
  // A day to either side lies beyond the change of clocks that could be near, whichever way it went.
  const offsets = new Set([offsetAt(shown - DAY, zone), offsetAt(shown + DAY, zone)])
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(at, zone) === shown)
    .sort((a, b) => a - b)
    .map((at) => new Date(at))
}

/** The instant, or why there is no single one, as a sentence. */
export function settle(moment: Moment, zone: string): { at: Date } | { problem: string } {
  if (moment instanceof Date) return { at: moment }
  const [first, second] = instantsOf(moment.wall, zone)
  const spoken = moment.wall.replace('T', ' ')
  if (!first) return { problem: `${spoken} was skipped in ${zone}: the clocks went forward over it.` }
  if (!second) return { at: first }
  return { problem: `${spoken} happened twice in ${zone}: the clocks went back. Say which one is meant.` }
}

/** What a `datetime-local` box shows for that instant; seconds only when there are some, so that saving loses none. */
export function wallOf(at: Date, zone: string): string {
  const iso = new Date(at.getTime() + offsetAt(at.getTime(), zone)).toISOString()
  if (at.getTime() % 1000 !== 0) return iso.slice(0, 23)
  return iso.slice(0, at.getTime() % 60_000 === 0 ? 16 : 19)
}

/** The same clock with its distance from UTC, which leaves nothing to ask: `2026-10-25T01:30+01:00`. */
export const exactWallOf = (at: Date, zone: string): string =>
  wallOf(at, zone) + offsetText(offsetAt(at.getTime(), zone))

/** As short as leaves nothing to ask: with its distance from UTC only where the clock showed it twice. */
export function clearWallOf(at: Date, zone: string): string {
  const wall = wallOf(at, zone)
  return instantsOf(wall, zone).length > 1 ? exactWallOf(at, zone) : wall
}

const DAY = 24 * 60 * 60 * 1000

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** Null for what is no date: 31 February would otherwise quietly become 3 March. */
function wallMilliseconds(text: string): number | null {
  const match = form.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0'))))
  return at.toISOString().slice(0, 16) === `${text.slice(0, 10)}T${text.slice(11, 16)}` && second < 60
    ? at.getTime()
    : null
}

/** How far the clock on the wall there is ahead of UTC at that instant, in milliseconds. */
export function offsetAt(at: number, zone: string): number {
  const parts = dateFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return (
    Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) -
    Math.floor(at / 1000) * 1000
  )
}
