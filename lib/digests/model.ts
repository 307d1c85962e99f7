import { localDateTime } from '#lib/time.ts'

/**
 * A digest is the one mail a person gets for a day where they live: what waits unread in their inbox and was in no mail
 * before. Which day it is for is part of its key, so neither a clock that is set back nor a second process makes two.
 * What cannot wait goes in a mail of its own at once, unless they want none.
 */
export const paces = ['working_day', 'day', 'week', 'never'] as const
export type Pace = (typeof paces)[number]

/** Hours are of the reader's own zone. Quiet hours that end where they begin are none. */
export type MailSettings = { pace: Pace; hour: number; quietFrom: number; quietUntil: number; weekly: boolean }

export const shippedSettings: MailSettings = {
  pace: 'working_day',
  hour: 9,
  quietFrom: 20,
  quietUntil: 8,
  weekly: false,
}

type Quiet = Pick<MailSettings, 'quietFrom' | 'quietUntil'>

export const isQuietAt = (hour: number, { quietFrom, quietUntil }: Quiet): boolean =>
  quietFrom <= quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil

export const isQuiet = (now: Date, zone: string, quiet: Quiet): boolean => isQuietAt(hereAndNow(now, zone).hour, quiet)

/**
 * The day whose digest may go out at this moment, or null. A day stays open from its hour until quiet hours, a week from
 * its Monday on, so that a server that was off at the hour itself misses nothing.
 */
export function dayToTell(
  now: Date,
  zone: string,
  { pace, hour, ...quiet }: Omit<MailSettings, 'weekly'>,
): string | null {
  const here = hereAndNow(now, zone)
  if (pace === 'never' || here.hour < hour || isQuietAt(here.hour, quiet)) return null
  const weekday = new Date(`${here.date}T00:00:00Z`).getUTCDay()
  if (pace === 'day') return here.date
  if (weekday === 0 || weekday === 6) return null
  return pace === 'week' ? mondayOf(here.date, weekday) : here.date
}

function mondayOf(date: string, weekday: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - (weekday - 1))
  return at.toISOString().slice(0, 10)
}

function hereAndNow(now: Date, zone: string): { date: string; hour: number } {
  const text = localDateTime(now, zone)
  return { date: text.slice(0, 10), hour: Number(text.slice(11, 13)) }
}
