import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { HealthOut } from '#lib/programs/condition.ts'
import { dimensions } from '#lib/programs/health.ts'
import { formatDate } from '#lib/time.ts'
import { HealthBadge } from './health-badge.tsx'
import { HealthWeeks } from './health-weeks.tsx'

/** The computed colour with the reason of every dimension, what the lead states beside it, and the weeks before. */
export function HealthPanel({ health }: { health: HealthOut }) {
  const t = useTranslations('programs.health')
  const { computed, stated, weeks, jumpedOn } = health
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4">
        {computed ? (
          <>
            <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <span className="flex items-center gap-2">
                {t('computed')} <HealthBadge colour={computed.colour} />
              </span>
              {stated && (
                <span className="flex items-center gap-2">
                  {t('stated')} <HealthBadge colour={stated.colour} />
                </span>
              )}
            </p>
            {stated && (
              <Callout tone="neutral" title={t('statedUntil', { date: formatDate(stated.until) })}>
                {stated.reason}
              </Callout>
            )}
            {jumpedOn && (
              <Callout tone="warn" title={t('jumped', { date: formatDate(jumpedOn) })}>
                {t('jumpedText')}
              </Callout>
            )}
            <table className="w-full text-left">
              <caption className="sr-only">{t('dimensions')}</caption>
              <tbody className="divide-y divide-line">
                {dimensions.map((dimension) => (
                  <tr key={dimension} className="align-top">
                    <th scope="row" className="py-2 pr-4 font-medium">
                      {t(dimension)}
                    </th>
                    <td className="py-2 pr-4">
                      <HealthBadge colour={computed.parts[dimension].colour} quiet />
                    </td>
                    <td className="py-2 text-muted">{computed.parts[dimension].why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ) : (
          <p className="text-muted">{t('none')}</p>
        )}
        <HealthWeeks weeks={weeks} />
        <p className="text-sm text-muted">{t('rule')}</p>
      </div>
    </Panel>
  )
}
