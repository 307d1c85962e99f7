import { useTranslations } from 'next-intl'
import { formatDate } from '#components/action-items/due.tsx'
import { StateBadges } from '#components/action-items/state-badges.tsx'
import type { EarlierItemOut } from '#lib/recurrences/schema.ts'

/** How an item stood at a moment, which need not be how it stands now. */
export function EarlierState({ item }: { item: EarlierItemOut }) {
  const t = useTranslations('recurrences')
  const { commitment, progress, overdue, dueOn, verifiedAt } = item
  const dated =
    progress === 'verified' && verifiedAt
      ? t('verifiedOn', { date: formatDate(verifiedAt.slice(0, 10)) })
      : t(overdue ? 'overdue' : 'dueOn', { date: formatDate(dueOn) })
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <StateBadges item={{ commitment: { kind: commitment }, progress: { kind: progress } }} />
      <span className={overdue ? 'font-medium text-danger' : 'text-muted'}>{dated}</span>
    </span>
  )
}
