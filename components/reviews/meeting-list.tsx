import { CalendarPlus } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import type { MeetingOut } from '#lib/reviews/schema.ts'
import { formatInstant } from '#lib/time.ts'

type Props = { meetings: MeetingOut[]; number: number; zone: string; mayChange: boolean }

export function MeetingList({ meetings, number, zone, mayChange }: Props) {
  const t = useTranslations('reviews')
  if (meetings.length === 0) return <p className="text-muted">{t('noMeetings')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <When meeting={meeting} zone={zone} />
            <Badge tone={meeting.cancelledAt ? 'neutral' : meeting.outcome === 'ready' ? 'ok' : 'info'}>
              {meeting.cancelledAt ? t('cancelled') : t(meeting.outcome ?? 'notHeld')}
            </Badge>
          </p>
          <p className="text-muted">
            {[
              t('lasts', { minutes: meeting.minutes }),
              meeting.place,
              ...meeting.attendees.map(({ person, role }) => `${person.name} (${t(role)})`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {meeting.notes && <p className="whitespace-pre-line">{meeting.notes}</p>}
          <p className="flex flex-wrap gap-4 text-sm print:hidden">
            {!meeting.cancelledAt && (
              <a
                href={`/postmortems/${number}/meetings/${meeting.id}/calendar`}
                className="inline-flex items-center gap-1.5 text-accent hover:underline"
              >
                <Icon icon={CalendarPlus} className="size-4" />
                {t('calendar')}
              </a>
            )}
            {mayChange && !meeting.cancelledAt && (
              <Link href={`/postmortems/${number}/meetings/${meeting.id}`} className="text-accent hover:underline">
                {t('openMeeting')}
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** On the reader's clock, and on that of the meeting where the two differ. */
function When({ meeting: { startsAt, zone: theirs }, zone }: { meeting: MeetingOut; zone: string }) {
  const at = new Date(startsAt)
  const [mine, other] = [formatInstant(at, zone), formatInstant(at, theirs)]
  return <span>{mine === other ? mine : `${mine} · ${other}`}</span>
}
