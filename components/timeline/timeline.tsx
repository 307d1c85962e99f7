import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { placeOf, pointsOf } from '#components/incidents/points.ts'
import { dateFormat } from '#lib/date-format.ts'
import type { TimelineEntryOut } from '#lib/incidents/timeline-out.ts'
import { formatClock, localDate } from '#lib/time.ts'
import { flagsOf } from '#lib/timeline/flags.ts'
import { TimelineLine } from './timeline-line.tsx'

export type Entry = TimelineEntryOut
export type Order = 'happened' | 'known'

/** What happened in order, a day at a time. The zone stands in the heading, other clocks beside every line. */
export function Timeline({
  entries,
  zone,
  milestones = {},
  clocks = ['UTC'],
  order = 'happened',
  actions,
}: {
  entries: readonly Entry[]
  zone: string
  /** With them, silences and contradictions are flagged where they stand. */
  milestones?: Record<string, string | null>
  /** Zones whose clocks stand beside the incident's own. */
  clocks?: readonly string[]
  order?: Order
  /** What can be done with one line: the editing page adds it. */
  actions?: (entry: Entry) => ReactNode
}) {
  const t = useTranslations('timeline')
  if (entries.length === 0) return <p className="text-muted">{t('none')}</p>
  const flags = order === 'known' ? [] : flagsOf({ timeline: entries, points: pointsOf({ milestones }), zone })
  const numbers = new Map(entries.map(({ id }, index) => [id, index + 1]))
  const shown = order === 'known' ? [...entries].sort((a, b) => learned(a).localeCompare(learned(b))) : entries
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        <ZoneNote entries={entries} zone={zone} utc={clocks.includes('UTC')} />
        {order === 'known' && ` ${t('clocks.knownNote')}`}
      </p>
      {daysOf(shown, zone, order).map(([day, lines]) => (
        <section key={day} aria-label={dayName(day)}>
          <h3 className="mb-1.5 text-sm font-semibold text-muted">{dayName(day)}</h3>
          <ol className="timeline flex flex-col">
            {lines.map((entry) => (
              <TimelineLine
                key={entry.id}
                entry={entry}
                number={numbers.get(entry.id) ?? 0}
                clocks={[zone, ...clocks.filter((clock) => clock !== zone)]}
                flags={flags.filter((flag) => flag.entry === entry.id)}
              >
                {actions?.(entry)}
              </TimelineLine>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** ISO texts of UTC sort as the moments they are. */
const learned = ({ at, knownAt }: Entry) => knownAt ?? at

function ZoneNote({ entries, zone, utc }: { entries: readonly Entry[]; zone: string; utc: boolean }) {
  const t = useTranslations('timeline')
  if (zone === 'UTC') return t('allUtc')
  const same = entries.every(({ at }) => formatClock(new Date(at), zone) === formatClock(new Date(at), 'UTC'))
  return same ? t('sameAsUtc', { zone }) : t(utc ? 'zone' : 'zoneAlone', { place: placeOf(zone), zone })
}

function daysOf(entries: readonly Entry[], zone: string, order: Order): [string, Entry[]][] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = localDate(new Date(order === 'known' ? learned(entry) : entry.at), zone)
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
