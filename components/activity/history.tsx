import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { Link } from '#components/ui/link.tsx'
import { TimeAgo } from '#components/ui/time.tsx'
import type { ActivityOut } from '#lib/activity/schema.ts'

/** What happened, newest first, each as one sentence. On a record's own page its name would only repeat the heading. */
export function History({
  events,
  zone,
  now,
  showSubject = false,
}: {
  events: readonly ActivityOut[]
  zone: string
  now: Date
  showSubject?: boolean
}) {
  const t = useTranslations('activity')
  if (events.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ol className="flex flex-col gap-4">
      {events.map(({ id, at, who, did, quote, subject }) => (
        <li key={id} className="flex gap-2.5 print:break-inside-avoid">
          <Avatar name={who.name} size="small" />
          <div className="min-w-0 flex-1">
            <p>
              <span className="font-medium">{who.name}</span> {did}
              {who.throughToken && <span className="text-muted"> {t('throughToken')}</span>}
            </p>
            {showSubject && subject && (
              <p>
                <Link href={subject.href} className="text-accent hover:underline">
                  {subject.label}
                </Link>
              </p>
            )}
            {quote && (
              <blockquote className="mt-1 whitespace-pre-line border-l-2 border-line pl-3 text-muted">
                {quote}
              </blockquote>
            )}
            <p className="text-sm text-faint">
              <TimeAgo value={new Date(at)} zone={zone} now={now} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
