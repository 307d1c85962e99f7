import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { bandOf } from '#lib/risks/model.ts'

const tones = { low: 'neutral', medium: 'warn', high: 'danger' } as const

export function ScoreBadge({ score }: { score: number }) {
  const t = useTranslations('risks')
  const band = bandOf(score)
  return (
    <Badge tone={tones[band]}>
      <span className="tabular-nums">{score}</span> {t(`band.${band}`)}
    </Badge>
  )
}
