import { CircleCheck, CircleHelp, ShieldAlert, TriangleAlert, Wrench } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { RiskOut } from '#lib/risks/schema.ts'
import { treatments } from '#lib/risks/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

export function TreatmentBadge({ treatment: { kind, until, lapsed } }: Pick<RiskOut, 'treatment'>) {
  const t = useTranslations('risks.treatment')
  if (kind === null || kind === 'reopen')
    return (
      <Status tone="warn" icon={CircleHelp}>
        {t('undecided')}
      </Status>
    )
  if (kind === 'accept' && until)
    return (
      <Status tone={lapsed ? 'danger' : 'warn'} icon={lapsed ? TriangleAlert : ShieldAlert}>
        <span className={lapsed ? 'font-medium text-danger' : ''}>
          {t(lapsed ? 'lapsed' : 'accepted', { date: formatDate(until) })}
        </span>
      </Status>
    )
  return (
    <Status tone={kind === 'resolve' ? 'ok' : 'neutral'} icon={kind === 'resolve' ? CircleCheck : Wrench}>
      {treatments[kind]}
    </Status>
  )
}
