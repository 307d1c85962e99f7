import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Columns } from '#components/charts/columns.tsx'
import { DefenceOutcome } from '#components/incidents/defences.tsx'
import { Line, Lines } from '#components/incidents/lines.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { isPattern, type MechanismStanding as Standing } from '#lib/mechanisms/model.ts'

/** How often, and what was promised against it; `pattern` is what is said of one that keeps coming back. */
export function MechanismStanding({ standing, pattern }: { standing: Standing; pattern: ReactNode }) {
  const t = useTranslations('mechanisms')
  const { incidents, recent, quarters } = standing
  return (
    <>
      {isPattern(standing) && (
        <Callout tone="warn" title={t('pattern', { count: recent })}>
          {pattern}
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
      <Held standing={standing} />
    </>
  )
}

/** What was promised against it, how often that held, and what stood in its way in each incident. */
function Held({ standing: { code, items, defences } }: { standing: Standing }) {
  const t = useTranslations('mechanisms')
  const board = (filter: string, label: string) => (
    <Link href={`/action-items?mechanism=${code}&${filter}`} className="text-accent underline underline-offset-2">
      {label}
    </Link>
  )
  return (
    <Panel title={t('held')}>
      <div className="flex flex-col gap-4">
        <p>
          {t('items')}: {board('status=open', t('open', { count: items.open }))}
          {', '}
          {board('status=closed', t('closed', { count: items.closed }))}
          {', '}
          {board('progress=verified', t('verified', { count: items.verified }))}
          {', '}
          {board('progress=regressed', t('regressed', { count: items.regressed }))}
        </p>
        {defences.length > 0 ? (
          <Lines>
            {defences.map(({ id, name, outcome, incident }) => (
              <Line key={id} name={name} aside={<DefenceOutcome outcome={outcome} />}>
                <Link href={`/incidents/${incident.number}`} className="text-sm text-muted hover:underline">
                  INC-{incident.number} {incident.title}
                </Link>
              </Line>
            ))}
          </Lines>
        ) : (
          <p className="text-muted">{t('noDefences')}</p>
        )}
      </div>
    </Panel>
  )
}
