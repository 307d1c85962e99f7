import { useTranslations } from 'next-intl'
import type { HealthOut } from '#lib/programs/condition.ts'
import { formatDate } from '#lib/time.ts'
import { HealthBadge } from './health-badge.tsx'

/** How the last weeks began: what was green every Monday and red at the end was green on paper. */
export function HealthWeeks({ weeks }: { weeks: HealthOut['weeks'] }) {
  const t = useTranslations('programs.health')
  return (
    <div>
      <h3 className="mb-2 text-sm text-muted">{t('weeks')}</h3>
      <ol className="flex flex-wrap gap-x-5 gap-y-2">
        {weeks.map(({ on, colour }) => (
          <li key={on} className="flex flex-col gap-0.5 text-sm">
            <span className="tabular-nums text-muted">{formatDate(on)}</span>
            {colour ? <HealthBadge colour={colour} quiet /> : <span className="text-muted">{t('noValue')}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
