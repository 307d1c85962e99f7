import { useTranslations } from 'next-intl'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatClock, formatDuration, formatInstant, localDate, zoneName } from '#lib/time.ts'

type Window = IncidentOut['windows'][number]

/** Each stretch of time in which somebody was worse off, and how much. */
export function ImpactWindows({ windows, zone }: { windows: readonly Window[]; zone: string }) {
  const t = useTranslations('incidents.windows')
  if (windows.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col gap-4">
      {windows.map((window) => (
        <li key={`${window.startedAt}${window.scope}`} className="print:break-inside-avoid">
          <p className="font-medium">{window.scope}</p>
          {(window.symptom || window.journey) && <p>{[window.symptom, window.journey].filter(Boolean).join(' · ')}</p>}
          {window.locations.length > 0 && <p className="text-sm text-muted">{window.locations.join(', ')}</p>}
          <p className="text-sm text-muted tabular-nums">
            {window.endedAt
              ? `${rangeOf(new Date(window.startedAt), new Date(window.endedAt), zone)} · ${lengthOf(window.startedAt, window.endedAt)}`
              : `${formatInstant(new Date(window.startedAt), zone)} → ${t('open')}`}
          </p>
          <Shares window={window} />
        </li>
      ))}
    </ul>
  )
}

function Shares({ window: { trafficShare, failingShare } }: { window: Window }) {
  const t = useTranslations('incidents.windows')
  const said = [
    trafficShare !== null && t('traffic', { share: percent(trafficShare) }),
    failingShare !== null && t('failing', { share: percent(failingShare) }),
  ].filter((part) => part !== false)
  return said.length > 0 ? <p className="text-sm text-muted">{said.join(' · ')}</p> : null
}

/** Day and zone once, where both ends share them. */
function rangeOf(start: Date, end: Date, zone: string): string {
  const shared = localDate(start, zone) === localDate(end, zone) && zoneName(start, zone) === zoneName(end, zone)
  if (!shared) return `${formatInstant(start, zone)} → ${formatInstant(end, zone)}`
  const name = zoneName(start, zone)
  return `${formatInstant(start, zone).slice(0, -name.length)}→ ${formatClock(end, zone)} ${name}`
}

const lengthOf = (from: string, to: string) => formatDuration(new Date(to).getTime() - new Date(from).getTime())

/** Small shares of a large network matter, so digits follow the size: 18 %, 0.6 %, 0.04 %. */
const percent = (share: number) =>
  `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(share * 100)} %`
