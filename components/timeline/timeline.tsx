import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { placeOf } from '#components/incidents/points.ts'
import { dateFormat } from '#lib/date-format.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatClock, localDate } from '#lib/time.ts'
import { TimelineLine } from './timeline-line.tsx'

export type Entry = IncidentOut['timeline'][number]

/** What happened in order, a day at a time. The zone stands in the heading, UTC beside every line. */
export function Timeline({
  entries,
  zone,
  actions,
}: {
  entries: readonly Entry[]
  zone: string
  /** What can be done with one line: the editing page adds it. */
  actions?: (entry: Entry) => ReactNode
}) {
  const t = useTranslations('timeline')
  if (entries.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        <ZoneNote entries={entries} zone={zone} />
      </p>
      {daysOf(entries, zone).map(([day, lines]) => (
        <section key={day} aria-label={dayName(day)}>
          <h3 className="mb-1.5 text-sm font-semibold text-muted">{dayName(day)}</h3>
          <ol className="timeline flex flex-col">
            {lines.map((entry) => (
              <TimelineLine key={entry.id} entry={entry} zone={zone}>
                {actions?.(entry)}
              </TimelineLine>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function ZoneNote({ entries, zone }: { entries: readonly Entry[]; zone: string }) {
  const t = useTranslations('timeline')
  if (zone === 'UTC') return t('allUtc')
  const same = entries.every(({ at }) => formatClock(new Date(at), zone) === formatClock(new Date(at), 'UTC'))
  return same ? t('sameAsUtc', { zone }) : t('zone', { place: placeOf(zone), zone })
}

function daysOf(entries: readonly Entry[], zone: string): [string, Entry[]][] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = localDate(new Date(entry.at), zone)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}

const dayName = (day: string) =>
  dateFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`))
