import { useTranslations } from 'next-intl'
import { impactDuration, milestones, type Span, spanBetween, spans } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatDuration } from '#lib/time.ts'
import { pointsOf } from './points.ts'

/** Every figure says which two points it subtracts, or which one nobody knows. */
export function SpanFigures({ incident }: { incident: Pick<IncidentOut, 'milestones' | 'windows'> }) {
  const t = useTranslations('incidents.figures')
  const points = pointsOf(incident)
  const impact = impactDuration(
    incident.windows.map(({ startedAt, endedAt }) => ({
      startedAt: new Date(startedAt),
      endedAt: endedAt ? new Date(endedAt) : null,
    })),
  )
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))] gap-x-6 gap-y-5">
      {Object.values(spans).map(({ label, from, to }) => (
        <Figure
          key={label}
          label={label}
          basis={t('basis', { from: milestones[from].label, to: milestones[to].label })}
          {...said(spanBetween(points, { from, to }), t('early'))}
        />
      ))}
      <Figure
        label={t('impact')}
        basis={t('impactBasis')}
        value={impact === null ? null : formatDuration(impact)}
        note={impact === null ? t(incident.windows.length === 0 ? 'noWindows' : 'openWindow') : undefined}
      />
    </dl>
  )
}

function said(span: Span, early: string): { value: string | null; note?: string } {
  if (!span.known) return { value: null, note: span.because }
  const value = formatDuration(Math.abs(span.milliseconds))
  return span.early ? { value, note: early } : { value }
}

function Figure({ label, basis, value, note }: { label: string; basis: string; value: string | null; note?: string }) {
  const t = useTranslations('incidents')
  return (
    <div className="min-w-0">
      <dt className="text-muted">{label}</dt>
      <dd className="mt-0.5">
        {value === null ? (
          <span className="text-lg text-faint">{t('unknown')}</span>
        ) : (
          <span className="text-lg font-semibold tabular-nums">{value}</span>
        )}
        <span className="block text-sm text-faint">{basis}</span>
        {note && <span className="block text-sm text-muted">{note}</span>}
      </dd>
    </div>
  )
}
