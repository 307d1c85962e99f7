import { useTranslations } from 'next-intl'
import {
  type Figure as Computed,
  impactDuration,
  type SpanName,
  spanOf,
  spans,
  weightedImpact,
} from '#lib/incidents/metrics.ts'
import { milestones } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatDuration } from '#lib/time.ts'
import { pointsOf, windowsOf } from './points.ts'

/** Those that say something about most incidents. The others are shown where both of their points are known. */
const always: readonly SpanName[] = ['timeToDetect', 'timeToAcknowledge', 'timeToMitigate', 'timeToResolve', 'dormancy']

type Told = Pick<IncidentOut, 'milestones' | 'windows' | 'impactStartBasis'>

/** The way through an incident, for those who want to read on. */
const brief: readonly SpanName[] = ['timeToDetect', 'timeToAcknowledge', 'timeToMitigate', 'timeToResolve']

/** Every figure says which two points it subtracts, or which one nobody knows. `short` is what stands above a story. */
export function SpanFigures({ incident, short }: { incident: Told; short?: boolean }) {
  const t = useTranslations('incidents.figures')
  const told = { milestones: pointsOf(incident), impactStartBasis: incident.impactStartBasis }
  const windows = windowsOf(incident)
  const impact = impactDuration(windows)
  const weighted = weightedImpact(windows)
  const figures = (Object.keys(spans) as SpanName[])
    .map((name) => ({ name, ...spans[name], figure: spanOf(name, told) }))
    .filter(({ name, figure }) => (short ? brief.includes(name) : figure.known || always.includes(name)))
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))] gap-x-6 gap-y-5">
      {figures.map(({ name, label, from, to, figure }) => (
        <Figure
          key={name}
          label={label}
          basis={t('basis', { from: milestones[from].label, to: milestones[to].label })}
          {...said(figure, { early: t('early'), assumed: t('assumed') })}
        />
      ))}
      <Figure
        label={t('impact')}
        basis={t('impactBasis')}
        value={impact === null ? null : formatDuration(impact)}
        note={impact === null ? t(windows.length === 0 ? 'noWindows' : 'openWindow') : undefined}
      />
      {!short && weighted.known && (
        <Figure label={t('weighted')} basis={t('weightedBasis')} value={formatDuration(weighted.milliseconds)} />
      )}
    </dl>
  )
}

function said(figure: Computed, text: { early: string; assumed: string }): { value: string | null; note?: string } {
  if (!figure.known) return { value: null, note: figure.because }
  const value = formatDuration(Math.abs(figure.milliseconds))
  if (figure.early) return { value, note: text.early }
  return figure.assumed ? { value, note: text.assumed } : { value }
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
