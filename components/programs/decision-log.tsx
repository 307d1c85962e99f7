import { useTranslations } from 'next-intl'
import { Day } from '#components/ui/time.tsx'

type Decision = { id: string; text: string; reason: string; by: string; at: Date }

export function DecisionLog({ decisions, zone }: { decisions: readonly Decision[]; zone: string }) {
  const t = useTranslations('programs.decisions')
  if (decisions.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ol className="flex flex-col divide-y divide-line">
      {decisions.map(({ id, text, reason, by, at }) => (
        <li key={id} className="py-2.5 first:pt-0">
          <p className="font-medium">{text}</p>
          <p>{reason}</p>
          <p className="text-sm text-muted">
            {by}, <Day value={at} zone={zone} />
          </p>
        </li>
      ))}
    </ol>
  )
}
