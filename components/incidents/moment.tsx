import { formatClock, formatInstant, localDate, zoneName } from '#lib/time.ts'

/** UTC first, then the clock where it happened: "10 Jun 2026, 11:30 UTC (12:30 WEST)". */
export function Moment({ at: text, zone }: { at: string; zone: string }) {
  const at = new Date(text)
  const elsewhere = zoneName(at, zone) !== 'UTC' && formatClock(at, zone) !== formatClock(at, 'UTC')
  const there =
    localDate(at, zone) === localDate(at, 'UTC')
      ? `${formatClock(at, zone)} ${zoneName(at, zone)}`
      : formatInstant(at, zone)
  return (
    <time dateTime={text} className="tabular-nums">
      {formatInstant(at, 'UTC')}
      {elsewhere && ` (${there})`}
    </time>
  )
}
