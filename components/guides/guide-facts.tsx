import { useTranslations } from 'next-intl'
import type { GuideSummary, Said } from '#lib/guides/model.ts'
import { StateBadge } from './state-badge.tsx'

type Given = { guide: GuideSummary; said?: Said | undefined; today: string }

/** Who answers for a guide, for whom it is, how long it takes, and whether its text waits for its owner. */
export function GuideFacts({ guide, said, today }: Given) {
  const t = useTranslations('guides')
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>{t(`level.${guide.level}`)}</span>
      <span>{t('minutes', { minutes: guide.readingMinutes })}</span>
      <span>{t('owner', { owner: guide.owner })}</span>
      <StateBadge guide={guide} said={said} today={today} />
    </p>
  )
}
