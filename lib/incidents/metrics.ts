import { type Milestone, type Milestones, milestones, type Severity } from './model.ts'
import { bySeverity } from './vocabulary.ts'

/**
 * Every figure about one incident, each from named points by one formula. Nothing known, nothing computed: a figure that
 * rests on a missing or contradictory point says which, and no figure stands in for another. Times are in milliseconds.
 */
export type Figure = { known: true; milliseconds: number; early: boolean; assumed: boolean } | Unknown
export type Unknown = { known: false; because: string; points: Milestone[] }

/** Each is one subtraction, and says which. */
export const spans = {
  timeToDetect: { label: 'Time to detect', from: 'impactStarted', to: 'detected' },
  timeToPage: { label: 'Time to page', from: 'detected', to: 'paged' },
  timeToAcknowledge: { label: 'Time to acknowledge', from: 'paged', to: 'acknowledged' },
  timeToEngage: { label: 'Time to engage', from: 'paged', to: 'engaged' },
  timeToDiagnose: { label: 'Time to diagnose', from: 'detected', to: 'diagnosed' },
  timeToMitigate: { label: 'Time to mitigate', from: 'impactStarted', to: 'mitigated' },
  mitigationFromDetection: { label: 'Detected to mitigated', from: 'detected', to: 'mitigated' },
  timeToResolve: { label: 'Time to resolve', from: 'impactStarted', to: 'resolved' },
  timeToAnnounce: { label: 'Time to announce', from: 'impactStarted', to: 'announced' },
  announcementFromDeclaration: { label: 'Declared to announced', from: 'declared', to: 'announced' },
  dormancy: { label: 'Dormant', from: 'faultIntroduced', to: 'triggered' },
} as const satisfies Record<string, { label: string; from: Milestone; to: Milestone }>

export type SpanName = keyof typeof spans

/** Those that may lie before and be true: noticing, and saying so, before anybody is affected. */
const mayBeEarly: readonly Milestone[] = ['detected', 'announced']

type Ends = { from: Milestone; to: Milestone }

/** Null in, unknown out. What came before the impact keeps its sign. */
export function spanBetween(points: Milestones, { from, to }: Ends, impactStartBasis?: string | null): Figure {
  const missing = [from, to].filter((point) => !points[point])
  const [start, end] = [points[from], points[to]]
  if (!start || !end)
    return {
      known: false,
      because: `${missing.map((point) => milestones[point].label).join(' and ')} not known`,
      points: missing,
    }
  const milliseconds = end.getTime() - start.getTime()
  if (milliseconds < 0 && !(from === 'impactStarted' && mayBeEarly.includes(to)))
    return {
      known: false,
      because: `${milestones[to].label} stands before ${milestones[from].label}`,
      points: [from, to],
    }
  const assumed = from === 'impactStarted' && impactStartBasis === 'assumed'
  return { known: true, milliseconds, early: milliseconds < 0, assumed }
}

type Points = { milestones: Milestones; impactStartBasis?: string | null }

export const spanOf = (name: SpanName, { milestones: points, impactStartBasis }: Points): Figure =>
  spanBetween(points, spans[name], impactStartBasis)

export type Window = {
  startedAt: Date
  endedAt: Date | null
  trafficShare?: number | null
  failingShare?: number | null
}

/** Stretches in which somebody was affected, without overlaps, first to last; null while one of them has no end. */
export function affectedStretches(windows: readonly Window[]): { start: number; end: number }[] | null {
  const merged: { start: number; end: number }[] = []
  for (const { startedAt, endedAt } of [...windows].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())) {
    if (endedAt === null) return null
    const [start, end] = [startedAt.getTime(), endedAt.getTime()]
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** How long somebody was affected: the union of the windows, never last end minus first start. */
export function impactDuration(windows: readonly Window[]): number | null {
  const stretches = affectedStretches(windows)
  if (!stretches || windows.length === 0) return null
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** When the last window ended: tails such as a TTL or a backlog are part of the impact. */
export function impactEnd(windows: readonly Window[]): Date | null {
  const last = affectedStretches(windows)?.at(-1)
  return last ? new Date(last.end) : null
}

export type Weighted = { known: true; milliseconds: number } | { known: false; because: string }

/**
 * Full-outage-equivalent time: each window's length, by its share of traffic, by the share of that which failed. Windows
 * of different scopes add up, so their shares are of all traffic and not of each other.
 */
export function weightedImpact(windows: readonly Window[]): Weighted {
  if (windows.length === 0) return { known: false, because: 'No impact window is recorded' }
  let milliseconds = 0
  for (const { startedAt, endedAt, trafficShare = null, failingShare = null } of windows) {
    if (endedAt === null) return { known: false, because: 'An impact window has no end yet' }
    if (trafficShare === null || failingShare === null)
      return { known: false, because: 'An impact window lacks its shares of traffic' }
    milliseconds += (endedAt.getTime() - startedAt.getTime()) * trafficShare * failingShare
  }
  return { known: true, milliseconds }
}

export type SeverityLine = { severity: Severity; at: Date | null }

/** What it was declared as, the worst it was called, and what it was called in the end. */
export function calledAs(log: readonly SeverityLine[]): { declared: Severity; peak: Severity; final: Severity } | null {
  const lines = inOrder(log)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return null
  const peak = bySeverity.find((severity) => lines.some((line) => line.severity === severity)) ?? first.severity
  return { declared: first.severity, peak, final: last.severity }
}

export type TimeInSeverity = { known: true; milliseconds: Partial<Record<Severity, number>> } | Unknown

/** From the declaration to the resolution; what it was called after that is a verdict and no time. */
export function timeInSeverity(log: readonly SeverityLine[], points: Milestones): TimeInSeverity {
  const missing = (['declared', 'resolved'] as const).filter((point) => !points[point])
  const { declared, resolved } = points
  if (!declared || !resolved)
    return {
      known: false,
      because: `${missing.map((point) => milestones[point].label).join(' and ')} not known`,
      points: missing,
    }
  if (resolved < declared)
    return { known: false, because: 'Resolved stands before Declared', points: ['declared', 'resolved'] }
  const milliseconds: Partial<Record<Severity, number>> = {}
  const lines = inOrder(log)
  for (const [index, { severity, at }] of lines.entries()) {
    const start = Math.max((at ?? declared).getTime(), declared.getTime())
    const end = Math.min((lines[index + 1]?.at ?? resolved).getTime(), resolved.getTime())
    if (end > start) milliseconds[severity] = (milliseconds[severity] ?? 0) + end - start
  }
  return { known: true, milliseconds }
}

/** Whether the first thing known of it came before anybody was affected. Null when that is not known. */
export function caughtEarly({ detected, impactStarted }: Milestones): boolean | null {
  return detected && impactStarted ? detected < impactStarted : null
}

/** A line without a time is the declaration. Lines of one moment keep the order they were written in. */
const inOrder = (log: readonly SeverityLine[]) =>
  [...log].sort(
    (a, b) => (a.at?.getTime() ?? Number.NEGATIVE_INFINITY) - (b.at?.getTime() ?? Number.NEGATIVE_INFINITY) || 0,
  )
