import { dateFormat } from '#lib/date-format.ts'
import type { TimelineEntryOut } from '#lib/incidents/timeline-out.ts'
import { formatClock } from '#lib/time.ts'

type Told = Pick<TimelineEntryOut, 'at' | 'precision' | 'spreadMinutes' | 'latestAt'>

/** How exactly a time is known, as short as a column of times allows: `~14:02`, `14:02 ±10`, `14:02–14:20`. */
export function clockOf({ at, precision, spreadMinutes, latestAt }: Told, zone: string): string {
  const clock = formatClock(new Date(at), zone)
  if (precision === 'about') return spreadMinutes ? `${clock} ±${spreadMinutes}` : `~${clock}`
  if (precision === 'within' && latestAt) return `${clock}–${formatClock(new Date(latestAt), zone)}`
  if (precision !== 'exact') return clock
  return dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(at),
  )
}
