import { useTranslations } from 'next-intl'
import type { CellState } from '#lib/exposure/model.ts'

const order = ['exposed', 'unknown', 'unanswered', 'mitigated', 'not_applicable'] as const

/** How many answered what, leaving out what nobody said. */
export function Tally({ tally }: { tally: Partial<Record<CellState, number>> }) {
  const t = useTranslations('exposure')
  return (
    <span className="text-muted">
      {order.flatMap((state) => (tally[state] ? [`${tally[state]} ${t(`counted.${state}`)}`] : [])).join(' · ')}
    </span>
  )
}
