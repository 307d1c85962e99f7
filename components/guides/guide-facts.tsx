import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { type GuideSummary, type ReviewState, reviewState } from '#lib/guides/model.ts'

/** Who answers for a guide, for whom it is, how long it takes, and whether its text is due to be read again. */
export function GuideFacts({ guide, today }: { guide: GuideSummary; today: string }) {
  const t = useTranslations('guides')
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>{t(`level.${guide.level}`)}</span>
      <span>{t('minutes', { minutes: guide.readingMinutes })}</span>
      <span>{t('owner', { owner: guide.owner })}</span>
      <Badge tone={tones[reviewState(guide, today)]}>
        {t(`review.${reviewState(guide, today)}`, { date: guide.reviewBy })}
      </Badge>
    </p>
  )
}

const tones: Record<ReviewState, 'neutral' | 'info' | 'warn'> = { current: 'neutral', due: 'info', overdue: 'warn' }
