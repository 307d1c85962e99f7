import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { type GuideState, type GuideSummary, guideState, NOTHING_SAID, readBy, type Said } from '#lib/guides/model.ts'
import { formatDate } from '#lib/time.ts'

type Given = { guide: GuideSummary; said?: Said | undefined; today: string }

/** Whether the text of a guide can be relied on, or waits for its owner. */
export function StateBadge({ guide, said = NOTHING_SAID, today }: Given) {
  const t = useTranslations('guides')
  const state = guideState(guide, said, today)
  return (
    <Badge tone={tones[state]}>
      {t(`review.${state}`, { date: formatDate(readBy(guide, said)), count: said.contested })}
    </Badge>
  )
}

const tones: Record<GuideState, 'neutral' | 'info' | 'warn' | 'danger'> = {
  current: 'neutral',
  due: 'info',
  overdue: 'warn',
  contested: 'danger',
}
