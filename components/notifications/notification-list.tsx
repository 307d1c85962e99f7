import { Bell, CalendarClock, CircleCheck, Eye, type IconNode, MessageSquareWarning } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TimeAgo } from '#components/ui/time.tsx'
import { answersTo } from '#lib/notifications/model.ts'
import type { NotificationOut } from '#lib/notifications/schema.ts'

type Props = {
  items: NotificationOut[]
  zone: string
  now: Date
  mark: (id: string, read: boolean) => FormAction
}

/** Unread ones carry a word and not only weight: neither colour nor boldness is heard. */
export function NotificationList({ items, zone, now, mark }: Props) {
  const t = useTranslations('inbox')
  return (
    <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
      {items.map(({ id, at, kind, says, readAt, subject }) => (
        <li key={id} className="flex items-start gap-3 px-4 py-3">
          <Icon icon={icons[kind] ?? Bell} className="mt-0.5 size-4.5 text-muted" />
          <div className="min-w-0 flex-1">
            <p className={readAt ? 'text-muted' : 'font-medium'}>
              {says} {!readAt && <Badge tone="accent">{t('unreadMark')}</Badge>}
            </p>
            <p className="text-sm text-muted">
              {subject ? (
                <Link href={subject.href} className="text-accent hover:underline">
                  {subject.label}
                </Link>
              ) : (
                t('gone')
              )}{' '}
              · <TimeAgo value={new Date(at)} zone={zone} now={now} />
            </p>
            {subject && <Answers kind={kind} href={subject.href} />}
          </div>
          <Form action={mark(id, !readAt)} className="shrink-0">
            <SubmitButton tone="quiet" size="small" aria-label={`${t(readAt ? 'markUnread' : 'markRead')}: ${says}`}>
              {t(readAt ? 'markUnread' : 'markRead')}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function Answers({ kind, href }: { kind: string; href: string }) {
  const answers = answersTo(kind, href)
  if (answers.length === 0) return null
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {answers.map((answer) => (
        <Link key={answer.href} href={answer.href} className="text-accent hover:underline">
          {answer.label}
        </Link>
      ))}
    </p>
  )
}

const icons: Record<string, IconNode> = {
  review_requested: Eye,
  changes_asked: MessageSquareWarning,
  review_commented: MessageSquareWarning,
  approved: CircleCheck,
  ready_to_publish: CircleCheck,
  summary_approved: CircleCheck,
  meeting_planned: CalendarClock,
  meeting_cancelled: CalendarClock,
  draft_due: CalendarClock,
  publication_due: CalendarClock,
  postmortem_needed: CalendarClock,
  item_due: CalendarClock,
  item_stale: CalendarClock,
  item_escalated: CalendarClock,
  item_undecided: CalendarClock,
  item_lapsed: CalendarClock,
  risk_ends: CalendarClock,
  watched: Eye,
}
