import { icalLine, icalText, icalUtc } from '#lib/ical.ts'
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
  return [
    icalLine('BEGIN', 'VCALENDAR'),
    icalLine('VERSION', '2.0'),
    icalLine('PRODID', '-//Firebreak//Reviews//EN'),
    icalLine('METHOD', 'PUBLISH'),
    icalLine('BEGIN', 'VEVENT'),
    icalLine('UID', `${meeting.id}@${new URL(url).hostname}`),
    icalLine('SEQUENCE', String(meeting.version - 1)),
    icalLine('DTSTAMP', icalUtc(now)),
    icalLine('DTSTART', icalUtc(starts)),
    icalLine('DTEND', icalUtc(ends)),
    icalText('SUMMARY', `Review of PM-${number}${title === null ? '' : `: ${title}`}`),
    icalText('DESCRIPTION', `${url}/postmortems/${number}/review`),
    ...(meeting.place ? [icalText('LOCATION', meeting.place)] : []),
    icalLine('STATUS', meeting.cancelledAt ? 'CANCELLED' : 'CONFIRMED'),
    icalLine('END', 'VEVENT'),
    icalLine('END', 'VCALENDAR'),
  ].join('')
}
