import { formatDay, formatInstant } from '#lib/time.ts'

/**
 * An instant in the reader's zone, always with the zone's name; how long ago it was is in the tooltip.
 * A server component: the zone and `now` come with the request, so nothing shifts when scripts start.
 */
export function Time({ value, zone, now }: { value: Date; zone: string; now?: Date }) {
  return (
    <time dateTime={value.toISOString()} title={now ? relative(value, now) : formatInstant(value, 'UTC')}>
      {formatInstant(value, zone)}
    </time>
  )
}

/** The calendar day, for columns where a clock would be noise; the exact instant is in the tooltip. */
export function Day({ value, zone }: { value: Date; zone: string }) {
  return (
    <time dateTime={value.toISOString()} title={formatInstant(value, zone)} className="whitespace-nowrap">
      {formatDay(value, zone)}
    </time>
  )
}

/** "3 days ago" for feeds and lists, with the exact instant in the tooltip. */
export function TimeAgo({ value, zone, now }: { value: Date; zone: string; now: Date }) {
  return (
    <time dateTime={value.toISOString()} title={formatInstant(value, zone)}>
      {relative(value, now)}
    </time>
  )
}

/** From which age on a unit is used: "8 days ago" says more than "1 week ago". */
const steps: { unit: Intl.RelativeTimeFormatUnit; seconds: number; from: number }[] = [
  { unit: 'year', seconds: 365 * 86_400, from: 2 },
  { unit: 'month', seconds: 30 * 86_400, from: 2 },
  { unit: 'week', seconds: 7 * 86_400, from: 2 },
  { unit: 'day', seconds: 86_400, from: 1 },
  { unit: 'hour', seconds: 3600, from: 1 },
  { unit: 'minute', seconds: 60, from: 1 },
]

export function relative(value: Date, now: Date, locale = 'en'): string {
  const seconds = (value.getTime() - now.getTime()) / 1000
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds * candidate.from)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  if (!step) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  return format.format(Math.trunc(seconds / step.seconds), step.unit)
}
