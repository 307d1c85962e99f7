import { CircleHelp, CircleMinus, CircleSlash, ShieldCheck, TriangleAlert } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { CellState } from '#lib/exposure/model.ts'

export const looks = {
  exposed: { tone: 'danger', icon: TriangleAlert },
  mitigated: { tone: 'ok', icon: ShieldCheck },
  not_applicable: { tone: 'neutral', icon: CircleSlash },
  unknown: { tone: 'warn', icon: CircleHelp },
  unanswered: { tone: 'neutral', icon: CircleMinus },
} as const

/** The answer in words; one that is older than half a year is grey and says so. */
export function AnswerBadge({ state, aged }: { state: CellState; aged: boolean }) {
  const t = useTranslations('exposure')
  const { tone, icon } = looks[state]
  return (
    <Status tone={aged ? 'neutral' : tone} icon={icon}>
      <span className={aged ? 'text-faint' : ''}>
        {t(`state.${state}`)}
        {aged && `, ${t('aged')}`}
      </span>
    </Status>
  )
}
