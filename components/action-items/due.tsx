import { CalendarClock, CircleCheck, CircleSlash, ShieldAlert, TriangleAlert } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { formatDate, localDate } from '#lib/time.ts'

/** When it is due, that it is overdue, or how it ended: in words and with an icon, never by colour alone. */
export function Due({ item }: { item: ActionItemOut }) {
  const t = useTranslations('actionItems.due')
  const { dueOn, originalDueOn, overdue, rescheduleCount, closed } = item
  if (closed) return <Ended item={item} />
  const moved = originalDueOn === dueOn ? null : t('moved', { date: formatDate(originalDueOn), times: rescheduleCount })
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Status tone={overdue ? 'danger' : 'neutral'} icon={overdue ? TriangleAlert : CalendarClock}>
        <span className={overdue ? 'font-medium text-danger' : ''}>
          {t(overdue ? 'overdue' : 'on', { date: formatDate(dueOn) })}
        </span>
      </Status>
      {moved && <span className="text-sm text-faint">{moved}</span>}
    </span>
  )
}

function Ended({ item: { commitment, progress, team } }: { item: ActionItemOut }) {
  const t = useTranslations('actionItems.due')
  const on = (at: string | null) => ({ date: at ? formatDate(localDate(new Date(at), team.zone)) : '' })
  if (progress.kind === 'verified')
    return (
      <Status tone="ok" icon={CircleCheck}>
        {t('verified', on(progress.at))}
      </Status>
    )
  if (progress.kind === 'dropped') return <Status icon={CircleSlash}>{t('dropped', on(progress.at))}</Status>
  if (commitment.kind === 'risk_accepted' && commitment.until)
    return (
      <Status tone={commitment.expired ? 'danger' : 'warn'} icon={ShieldAlert}>
        {t(commitment.expired ? 'riskExpired' : 'riskUntil', { date: formatDate(commitment.until) })}
      </Status>
    )
  return (
    <Status icon={CircleSlash}>
      {t(commitment.kind === 'duplicate' ? 'duplicate' : 'declined', on(commitment.at))}
    </Status>
  )
}
