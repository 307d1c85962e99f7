import { CalendarClock, TriangleAlert } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { Due } from '#lib/postmortems/due.ts'
import { formatDate } from '#lib/time.ts'

/** What is due when. Late is said by word and sign, not by colour alone; how it was counted is in the tooltip. */
export function DueMark({ due: { what, dueOn, overdue, terms } }: { due: Due }) {
  const t = useTranslations('due')
  const day = formatDate(dueOn)
  return (
    <span title={t('why', { terms })}>
      <Status tone={overdue ? 'danger' : 'neutral'} icon={overdue ? TriangleAlert : CalendarClock}>
        {t(overdue ? 'late' : 'on', { what: t(what), day })}
      </Status>
    </span>
  )
}
