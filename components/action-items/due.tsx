import { CalendarClock, CircleCheck, CircleSlash, TriangleAlert } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { dateFormat } from '#lib/date-format.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'

/** When it is due, that it is overdue, or how it ended: in words and with an icon, never by colour alone. */
export function Due({ item }: { item: ActionItemOut }) {
  const t = useTranslations('actionItems.due')
  const { closure, dueOn, originalDueOn, overdue, team } = item
  if (closure) {
    const date = formatDate(localDate(new Date(closure.closedAt), team.zone))
    return (
      <Status
        tone={closure.outcome === 'done' ? 'ok' : 'neutral'}
        icon={closure.outcome === 'done' ? CircleCheck : CircleSlash}
      >
        {t(closure.outcome, { date })}
      </Status>
    )
  }
  const moved = originalDueOn === dueOn ? null : t('moved', { date: formatDate(originalDueOn) })
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

/** A calendar date belongs to no zone, so it is formatted in the one it was parsed in. */
export const formatDate = (date: string): string =>
  dateFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(dateFromLocal(date))
