import { z } from 'zod'
import { dateFormat } from '#lib/date-format.ts'
import { type Moment, momentOf, offsetAt } from './wall-clock.ts'

/** Instants are UTC; a zone is kept beside them as an IANA name, never as an offset or an abbreviation. */
export const Zone = z
  .string()
  .max(64, 'This is not a time zone.')
  .refine(isZone, 'Choose a time zone like Europe/Lisbon.')

export function isZone(name: string): boolean {
  if (!/^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false
  try {
    dateFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const Instant = z.iso
  .datetime({ offset: true, error: 'Write a time like 2026-11-20T14:02:00Z.' })
  .transform((text) => new Date(text))

/** An exact time, or one to be read in the zone that comes with it: what a `datetime-local` box sends. */
export const MomentText = z
  .string('Write a time like 2026-11-20T14:02:00Z.')
  .max(40, 'Write a time like 2026-11-20T14:02:00Z.')
  .transform((text, context): Moment => {
    const moment = momentOf(text)
    if (moment) return moment
    context.addIssue({ code: 'custom', message: 'Write a time like 2026-11-20T14:02:00Z.' })
    return z.NEVER
  })

/** A calendar date, `2026-11-20`: due dates belong to the owning team's zone, not to midnight UTC. */
export const LocalDate = z.iso.date('Write a date like 2026-11-20.')
export const dateFromLocal = (text: string) => new Date(`${text}T00:00:00Z`)
export const localFromDate = (date: Date) => date.toISOString().slice(0, 10)

/** Which calendar day it is in that zone now. */
export function localDate(at: Date, zone: string): string {
  return dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}

export const isOverdue = ({ dueOn, zone, now }: { dueOn: string; zone: string; now: Date }) =>
  localDate(now, zone) > dueOn

export function addDays(date: string, days: number): string {
  const shifted = dateFromLocal(date)
  shifted.setUTCDate(shifted.getUTCDate() + days)
  return localFromDate(shifted)
}

/** `20 Nov 2026, 14:02 UTC`: always with its zone. */
export function formatInstant(at: Date, zone: string): string {
  const text = dateFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  return `${text} ${zoneName(at, zone)}`
}

export function formatDay(at: Date, zone: string): string {
  return dateFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}

/** `20 Nov 2026`. A calendar date belongs to no zone, so it is written in the one it is read in. */
export const formatDate = (date: string): string => formatDay(dateFromLocal(date), 'UTC')

export function formatClock(at: Date, zone: string): string {
  return dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
}

/** The short name people expect (UTC, GMT+8, CET) at that instant. */
export function zoneName(at: Date, zone: string): string {
  const parts = dateFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** `2 h 5 min`; days appear from 48 hours on; negative spans keep their sign. */
export function formatDuration(milliseconds: number): string {
  const sign = milliseconds < 0 ? '−' : ''
  const minutes = Math.round(Math.abs(milliseconds) / 60_000)
  const days = minutes >= 2 * 1440 ? Math.floor(minutes / 1440) : 0
  const hours = Math.floor((minutes - days * 1440) / 60)
  const rest = minutes % 60
  const parts = [days && `${days} d`, hours && `${hours} h`, (rest || minutes === 0) && `${rest} min`].filter(Boolean)
  return sign + parts.slice(0, 2).join(' ')
}

/** What a person types into a date-and-time field, `2026-11-20T14:02`, read in the zone they chose. */
export function instantInZone(local: string, zone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(local)
  if (!match) return null
  const wall = Date.UTC(
    ...(match.slice(1, 7).map((part, index) => Number(part ?? 0) - (index === 1 ? 1 : 0)) as [number, number]),
  )
  // The offset may change between the guess and the answer, so it is asked twice; a time that does not exist stays unequal.
  let at = wall - offsetAt(wall, zone)
  at = wall - offsetAt(at, zone)
  return at + offsetAt(at, zone) === wall ? new Date(at) : null
}

/** The value of a `datetime-local` field showing that instant in that zone. */
export function localDateTime(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetAt(at.getTime(), zone)).toISOString().slice(0, 16)
}

const MINUTE = 60_000
const startOf = (lengthMs: number) => (at: Date) => new Date(Math.floor(at.getTime() / lengthMs) * lengthMs)

/** For what is shown to the minute anyway, so that it stays the same for one. */
export const startOfMinute = startOf(MINUTE)

/** Every zone there is begins its days at one. */
export const startOfQuarterHour = startOf(15 * MINUTE)
