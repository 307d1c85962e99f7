import { exactWallOf, instantsOf, wallOf } from '#lib/wall-clock.ts'
import type { Known } from './model.ts'
import { type Around, readTime, spellTime } from './parse.ts'

export type PreciseReading = Known | { problem: string }

const SPREAD_MAX_MINUTES = 24 * 60

/**
 * One box says when and how exactly: `14:02`, `14:02:07`, `~14:02`, `14:02 ±10m`, `14:02..14:20`. Seconds make it exact;
 * what nobody knows better than a range stays one.
 */
export function readPrecisely(text: string, around: Around): PreciseReading {
  const typed = text.normalize('NFKC').trim()
  const [from = '', to, more] = typed.split(/\s*(?:\.{2,3}|…)\s*/)
  if (to !== undefined) return more === undefined ? within(from, to, around) : { problem: notRange }
  const { time, about, spread } = loosened(typed)
  if (spread !== null && (spread < 1 || spread > SPREAD_MAX_MINUTES))
    return { problem: 'Say how uncertain it is in minutes, between 1 and 1,440.' }
  const reading = readTime(time, around)
  if ('problem' in reading) return reading
  const precision = about ? 'about' : /:\d{2}:\d{2}/.test(time) ? 'exact' : 'minute'
  return { at: reading.at, precision, spreadMinutes: spread, latestAt: null }
}

/** What the box shows when the entry is changed; read back as the same. */
export function spellPrecisely({ at, precision, spreadMinutes, latestAt }: Known, zone: string): string {
  const time = spellTime(at, zone)
  if (precision === 'about') return spreadMinutes ? `${time} ±${spreadMinutes}m` : `~${time}`
  if (precision === 'within' && latestAt) return `${time}..${spellTime(latestAt, zone)}`
  return precision === 'exact' ? withSeconds(at, zone) : time
}

const notRange = 'Write a range like 14:02..14:20.'

function within(from: string, to: string, around: Around): PreciseReading {
  const start = readTime(from, around)
  if ('problem' in start) return start
  const end = readTime(to, { zone: around.zone, after: start.at })
  if ('problem' in end) return end
  if (end.at <= start.at) return { problem: 'The range ends before it begins.' }
  return { at: start.at, precision: 'within', spreadMinutes: null, latestAt: end.at }
}

function loosened(typed: string): { time: string; about: boolean; spread: number | null } {
  const [, before, minutes] = /^(.*?)\s*(?:±|\+\/-|\+-)\s*(\d{1,5})\s*(?:m|min)?$/.exec(typed) ?? []
  const [, loose] = /^(?:~|≈|about\b|around\b|circa\b|ca\.?(?=\s|\d)|c\.)\s*(.*)$/i.exec(before ?? typed) ?? []
  return {
    time: loose ?? before ?? typed,
    about: loose !== undefined || minutes !== undefined,
    spread: minutes === undefined ? null : Number(minutes),
  }
}

function withSeconds(at: Date, zone: string): string {
  const wall = wallOf(at, zone)
  const full = wall.length === 16 ? `${wall}:00` : wall
  const twice = instantsOf(wall, zone).length > 1
  return `${full}${twice ? exactWallOf(at, zone).slice(wall.length) : ''}`.replace('T', ' ')
}
