import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { type GuideState, type GuideSummary, guideState, NOTHING_SAID, readBy, type Said } from '#lib/guides/model.ts'

type Given = { guide: GuideSummary; said?: Said | undefined; today: string }

/** Who answers for a guide, for whom it is, how long it takes, and whether its text waits for its owner. */
export function GuideFacts({ guide, said = NOTHING_SAID, today }: Given) {
  const t = useTranslations('guides')
  const state = guideState(guide, said, today)
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>{t(`level.${guide.level}`)}</span>
      <span>{t('minutes', { minutes: guide.readingMinutes })}</span>
      <span>{t('owner', { owner: guide.owner })}</span>
      <Badge tone={tones[state]}>{t(`review.${state}`, { date: readBy(guide, said), count: said.contested })}</Badge>
    </p>
  )
}

const tones: Record<GuideState, 'neutral' | 'info' | 'warn' | 'danger'> = {
  ...{ current: 'neutral', due: 'info', overdue: 'warn', contested: 'danger' },
}
