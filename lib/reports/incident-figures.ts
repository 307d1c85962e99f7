import { type SpanName, spanOf } from '#lib/incidents/metrics.ts'
import type { Milestones, Severity } from '#lib/incidents/model.ts'
import { countInterval, type Interval, type Share, type Spread, shareOf, spreadOf } from './statistics.ts'

/** What a report needs to know of one incident. */
export type Told = {
  number: number
  title: string
  severity: Severity
  occurredAt: Date
  milestones: Milestones
  impactStartBasis: string | null
  detectionMethod: string | null
  customerFirst: boolean | null
  repeat: boolean
  /** An earlier promise that was open when it began, and whether it was late by then. */
  preventable: 'open' | 'overdue' | null
  factors: number
  factorsCovered: number
}

/** Every chart of times says which two points it subtracts. */
export const reportedSpans = [
  'timeToDetect',
  'timeToAcknowledge',
  'timeToMitigate',
  'timeToResolve',
] as const satisfies readonly SpanName[]
export type ReportedSpan = (typeof reportedSpans)[number]

export type Dot = { number: number; title: string; severity: Severity; minutes: number }
export type Times = { spread: Spread; early: number; known: number; of: number; dots: Dot[] }

export type IncidentFigures = {
  n: number
  bySeverity: { severity: Severity; count: number; interval: Interval }[]
  times: Record<ReportedSpan, Times>
  detection: { method: string | null; count: number }[]
  caughtEarly: Share | null
  customerFirst: Share | null
  repeats: Share | null
  preventable: { open: Share | null; overdue: Share | null }
  coverage: Share | null
}

const MINUTE_MS = 60_000
const grave: readonly Severity[] = ['sev1', 'sev2']

/** Near misses hurt nobody, so they are counted and are in no time and no rate. */
export function incidentFigures(told: readonly Told[], severities: readonly Severity[]): IncidentFigures {
  const real = told.filter(({ severity }) => severity !== 'near_miss')
  const detected = timesOf(real, 'timeToDetect')
  const known = real.filter(({ customerFirst }) => customerFirst !== null)
  const factors = real.filter(({ severity }) => grave.includes(severity))
  const total = (pick: (one: Told) => number) => factors.reduce((sum, one) => sum + pick(one), 0)
  return {
    n: real.length,
    bySeverity: severities.map((severity) => {
      const count = told.filter((one) => one.severity === severity).length
      return { severity, count, interval: countInterval(count) }
    }),
    times: {
      timeToDetect: detected,
      timeToAcknowledge: timesOf(real, 'timeToAcknowledge'),
      timeToMitigate: timesOf(real, 'timeToMitigate'),
      timeToResolve: timesOf(real, 'timeToResolve'),
    },
    detection: detectionOf(real),
    caughtEarly: shareOf(detected.early, detected.known + detected.early),
    customerFirst: shareOf(known.filter(({ customerFirst }) => customerFirst).length, known.length),
    repeats: shareOf(real.filter(({ repeat }) => repeat).length, real.length),
    preventable: {
      open: shareOf(real.filter(({ preventable }) => preventable !== null).length, real.length),
      overdue: shareOf(real.filter(({ preventable }) => preventable === 'overdue').length, real.length),
    },
    coverage: shareOf(
      total((one) => one.factorsCovered),
      total((one) => one.factors),
    ),
  }
}

/** What was noticed before anybody was affected counts as early, and is no time to detect. */
function timesOf(told: readonly Told[], name: ReportedSpan): Times {
  const figures = told.map((one) => ({ one, figure: spanOf(name, one) }))
  const early = figures.filter(({ figure }) => figure.known && figure.early).length
  const dots = figures.flatMap(({ one: { number, title, severity }, figure }) =>
    figure.known && !figure.early ? [{ number, title, severity, minutes: figure.milliseconds / MINUTE_MS }] : [],
  )
  return { spread: spreadOf(dots.map(({ minutes }) => minutes)), early, known: dots.length, of: told.length, dots }
}

function detectionOf(told: readonly Told[]): IncidentFigures['detection'] {
  const counts = new Map<string | null, number>()
  for (const { detectionMethod } of told) counts.set(detectionMethod, (counts.get(detectionMethod) ?? 0) + 1)
  return [...counts].map(([method, count]) => ({ method, count })).sort((a, b) => b.count - a.count)
}
