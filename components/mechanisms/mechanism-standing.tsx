import { useTranslations } from 'next-intl'
import { Columns } from '#components/charts/columns.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { isPattern, type MechanismStanding as Standing } from '#lib/mechanisms/model.ts'

/** How often, where, and what was promised against it. */
export function MechanismStanding({ standing }: { standing: Standing }) {
  const t = useTranslations('mechanisms')
  const { code, incidents, recent, quarters, items } = standing
  return (
    <>
      {isPattern(standing) && (
        <Callout tone="warn" title={t('pattern', { count: recent })}>
          <p>{t('patternText')}</p>
        </Callout>
      )}
      <Panel title={t('overTime')}>
        <Columns
          title={t('overTime')}
          unit={t('unit')}
          points={quarters.map(({ quarter, incidents: value }) => ({ label: quarter.replace('-', ' '), value }))}
        />
        <p className="mt-3 text-muted">{t('summary', { incidents, recent })}</p>
      </Panel>
      <Panel title={t('items')}>
        <p>
          <Link
            href={`/action-items?mechanism=${code}&status=open`}
            className="text-accent underline underline-offset-2"
          >
            {t('open', { count: items.open })}
          </Link>
          {', '}
          <Link
            href={`/action-items?mechanism=${code}&status=closed`}
            className="text-accent underline underline-offset-2"
          >
            {t('closed', { count: items.closed })}
          </Link>
        </p>
      </Panel>
    </>
  )
}
