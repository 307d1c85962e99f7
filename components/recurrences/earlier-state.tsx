import { useTranslations } from 'next-intl'
import { StateBadges } from '#components/action-items/state-badges.tsx'
import type { EarlierItemOut } from '#lib/recurrences/schema.ts'
import { formatDate, formatDay } from '#lib/time.ts'

/** How an item stood at a moment, which need not be how it stands now. */
export function EarlierState({ item, zone }: { item: EarlierItemOut; zone: string }) {
  const t = useTranslations('recurrences')
  const { commitment, progress, overdue, dueOn, verifiedAt } = item
  const dated =
    progress === 'verified' && verifiedAt
      ? t('verifiedOn', { date: formatDay(new Date(verifiedAt), zone) })
      : t(overdue ? 'overdue' : 'dueOn', { date: formatDate(dueOn) })
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <StateBadges item={{ commitment: { kind: commitment }, progress: { kind: progress } }} />
      <span className={overdue ? 'font-medium text-danger' : 'text-muted'}>{dated}</span>
    </span>
  )
}
