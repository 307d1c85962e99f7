import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeInSeverity } from '#lib/incidents/metrics.ts'
import { type Severity, severities } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { labelOf } from '#lib/incidents/vocabulary.ts'
import { formatDuration } from '#lib/time.ts'
import { Line, Lines } from './lines.tsx'
import { Moment } from './moment.tsx'
import { linesOf, pointsOf } from './points.ts'

type Told = Pick<IncidentOut, 'severityLog' | 'milestones' | 'zone'>

/** What it was called, since when and why, and how long it was that. */
export function SeverityLog({ incident, actions }: { incident: Told; actions?: (id: string) => ReactNode }) {
  const t = useTranslations('incidents.severity')
  const { severityLog, milestones, zone } = incident
  const spent = timeInSeverity(linesOf(incident), pointsOf(incident))
  return (
    <>
      <Lines>
        {severityLog.map(({ id, severity, at, reason }, index) => (
          <Line
            key={id}
            name={labelOf(severities, severity)}
            aside={
              <>
                {index === 0 && `${t('declared')} `}
                {(at ?? milestones.declared) ? (
                  <Moment at={at ?? milestones.declared ?? ''} zone={zone} />
                ) : (
                  t('timeUnknown')
                )}
              </>
            }
          >
            {reason}
            {actions?.(id)}
          </Line>
        ))}
      </Lines>
      <p className="mt-4 text-sm text-muted">
        {spent.known ? sumOf(spent.milliseconds) : t('notComputed', { because: spent.because })}
      </p>
    </>
  )
}

const sumOf = (milliseconds: Partial<Record<Severity, number>>) =>
  Object.entries(milliseconds)
    .map(([severity, spent]) => `${labelOf(severities, severity)} ${formatDuration(spent)}`)
    .join(' · ')
