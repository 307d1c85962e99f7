import type { MeetingOut } from './schema.ts'

type Invitation = {
  meeting: MeetingOut
  number: number
  /** Null for a restricted postmortem: a calendar is open to more people than its postmortem. */
  title: string | null
  /** Where this instance is. */
  url: string
  now: Date
}

/** The meeting as a file every calendar reads (RFC 5545). Instants are UTC, which no daylight saving can move. */
export function invitation({ meeting, number, title, url, now }: Invitation): string {
  const starts = new Date(meeting.startsAt)
  const ends = new Date(starts.getTime() + meeting.minutes * 60_000)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Firebreak//Reviews//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${meeting.id}@${new URL(url).hostname}`,
    `SEQUENCE:${meeting.version - 1}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(starts)}`,
    `DTEND:${utc(ends)}`,
    `SUMMARY:${escaped(`Review of PM-${number}${title === null ? '' : `: ${title}`}`)}`,
    `DESCRIPTION:${escaped(`${url}/postmortems/${number}/review`)}`,
    ...(meeting.place ? [`LOCATION:${escaped(meeting.place)}`] : []),
    `STATUS:${meeting.cancelledAt ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}

const utc = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, (found) => `\\${found}`).replaceAll('\n', '\\n')

/** Lines end at 75 bytes and go on after a space; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    const room = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return `${[...parts, part].join('\r\n ')}\r\n`
}
