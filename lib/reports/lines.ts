import type { IncidentFigures } from './incident-figures.ts'
import type { ItemFigures } from './item-figures.ts'
import type { Share, Spread } from './statistics.ts'

/** One figure of a report: what it is called and how it is defined stand in the messages under its key. */
export type Line = { key: string; href: string | null } & (
  | { kind: 'count'; count: number }
  | { kind: 'share'; share: Share | null }
  | { kind: 'days'; days: number | null; n: number }
)

const count = (key: string, value: number, href: string | null = null): Line => ({
  kind: 'count',
  key,
  href,
  count: value,
})
const share = (key: string, value: Share | null): Line => ({ kind: 'share', key, href: null, share: value })
const days = (key: string, value: number | null, n: number): Line => ({ kind: 'days', key, href: null, days: value, n })

/** What asks for action first stands first; how much was closed comes after, because small items close well. */
export function linesOf(figures: ItemFigures, filters: Record<string, string> | null): Line[] {
  const list = (more: [string, string][]) =>
    filters && `/action-items?${new URLSearchParams([...Object.entries(filters), ...more])}`
  const { closure, onTime, slip, age, timeToDone, strong } = figures
  return [
    count(
      'overdueWeighty',
      figures.overdueWeighty,
      list([
        ['status', 'overdue'],
        ['priority', 'p0'],
        ['priority', 'p1'],
      ]),
    ),
    count('overdue', figures.overdue, list([['status', 'overdue']])),
    count('open', figures.open, list([['status', 'open']])),
    count('stale', figures.stale),
    count('accepted', figures.accepted),
    share('closure', closure.done),
    count('givenUp', closure.givenUp),
    share('onTimeFirst', onTime.first),
    share('onTimeCurrent', onTime.current),
    days('slipMedian', slip.median, slip.n),
    days('slipP90', slip.p90, slip.n),
    days('ageMedian', age.median, age.n),
    days('ageP90', age.p90, age.n),
    days('timeToDone', timeToDone.median, timeToDone.n),
    share('evidenced', figures.evidenced),
    share('reopened', figures.reopened),
    share('strongDone', strong.done),
    share('strongAccepted', strong.accepted),
  ]
}

export function incidentLines(figures: IncidentFigures): Line[] {
  return [
    count('incidents', figures.n),
    share('preventableOpen', figures.preventable.open),
    share('preventableOverdue', figures.preventable.overdue),
    share('repeats', figures.repeats),
    share('caughtEarly', figures.caughtEarly),
    share('customerFirst', figures.customerFirst),
    share('coverage', figures.coverage),
  ]
}

export const percent = (value: number): string => `${Math.round(value * 100)} %`

/** A share with what it is of, and how far off it may be. */
export function shareText({ of, n, share, interval }: Share): { value: string; detail: string } {
  return {
    value: percent(share),
    detail: `${of} of ${n}; 90 % interval ${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)} %`,
  }
}

/** Minutes as people say them. */
export function minutesText(minutes: number): string {
  if (minutes < 1) return `${Math.round(minutes * 60)} s`
  if (minutes < 90) return `${Math.round(minutes)} min`
  return minutes < 2_880 ? `${(minutes / 60).toFixed(1)} h` : `${(minutes / 1_440).toFixed(1)} d`
}

export const spreadText = ({ median, p75, p90, geometricMean, interval }: Spread): string[] =>
  [
    median !== null && `median ${minutesText(median)}`,
    interval && `90 % interval ${minutesText(interval.low)} to ${minutesText(interval.high)}`,
    p75 !== null && `three quarters within ${minutesText(p75)}`,
    p90 !== null && `nine in ten within ${minutesText(p90)}`,
    geometricMean !== null && `geometric mean ${minutesText(geometricMean)}`,
  ].filter((part) => typeof part === 'string')
