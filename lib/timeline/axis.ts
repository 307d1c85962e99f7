import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { dateFormat } from '#lib/date-format.ts'
import { formatClock, formatDuration, localDate } from '#lib/time.ts'
import { offsetAt } from '#lib/wall-clock.ts'

export type Tick = { x: number; label: string; day: string | null }
export type Break = { x: number; width: number; label: string }
export type Axis = { x: ScaleLinear<number, number>; ticks: Tick[]; breaks: Break[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A stretch counts as quiet when it is longer than an hour and than a quarter of all that is not quiet. */
const QUIET_LEAST_MS = HOUR
const QUIET_SHARE = 0.25
const BREAKS_MAX = 4
const BREAK_WIDTH = 46
const TICK_ROOM = 66

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48, 168, 720, 2_160, 8_760].map((hours) => hours * HOUR),
]

/** Time from left to right. A long quiet stretch becomes a break that says how long it was; all between is to scale. */
export function axisOf(
  instants: readonly number[],
  { from, to, zone }: { from: number; to: number; zone: string },
): Axis {
  const points = [...new Set(instants)].sort((a, b) => a - b)
  const spans = points.slice(1).map((end, index) => ({ start: points[index] ?? end, end }))
  const quiet = quietOf(spans)
  const loud = spans.filter((span) => !quiet.has(span)).reduce((sum, span) => sum + lengthOf(span), 0)
  const room = to - from - quiet.size * BREAK_WIDTH
  const range = [from]
  for (const span of spans)
    range.push((range.at(-1) ?? from) + (quiet.has(span) ? BREAK_WIDTH : loud > 0 ? (lengthOf(span) / loud) * room : 0))
  const x = scaleLinear().domain(points).range(range)
  const breaks = [...quiet].map((span) => ({
    x: x(span.start),
    width: BREAK_WIDTH,
    label: formatDuration(lengthOf(span)),
  }))
  return { x, breaks, ticks: ticksOf(runsOf(spans, quiet), x, zone) }
}

type Span = { start: number; end: number }
const lengthOf = ({ start, end }: Span) => end - start

function quietOf(spans: readonly Span[]): Set<Span> {
  const quiet = new Set<Span>()
  for (const span of [...spans].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, BREAKS_MAX)) {
    const rest = spans
      .filter((each) => each !== span && !quiet.has(each))
      .reduce((sum, each) => sum + lengthOf(each), 0)
    if (rest > 0 && lengthOf(span) > QUIET_LEAST_MS && lengthOf(span) > rest * QUIET_SHARE) quiet.add(span)
  }
  return quiet
}

/** Stretches between breaks. */
function runsOf(spans: readonly Span[], quiet: ReadonlySet<Span>): Span[] {
  const runs: Span[] = []
  let open = false
  for (const span of spans) {
    const last = runs.at(-1)
    if (quiet.has(span)) open = false
    else if (open && last) last.end = span.end
    else {
      runs.push({ ...span })
      open = true
    }
  }
  return runs
}

function ticksOf(runs: readonly Span[], x: ScaleLinear<number, number>, zone: string): Tick[] {
  const ticks: Tick[] = []
  let day = ''
  for (const run of runs) {
    const room = x(run.end) - x(run.start)
    const step = steps.find((each) => lengthOf(run) / each <= Math.max(1, room / TICK_ROOM)) ?? steps.at(-1) ?? HOUR
    for (const at of alignedTo(step, run, zone)) {
      const last = ticks.at(-1)
      if (last && x(at) - last.x < TICK_ROOM * 0.8) continue
      const today = localDate(new Date(at), zone)
      ticks.push({ x: x(at), label: formatClock(new Date(at), zone), day: today === day ? null : dayName(at, zone) })
      day = today
    }
  }
  return ticks
}

/** Round times on the clock on the wall there, which may stand a quarter of an hour beside UTC. */
function alignedTo(step: number, { start, end }: Span, zone: string): number[] {
  const found: number[] = []
  let at = start
  for (let count = 0; count < 100; count += 1) {
    const offset = offsetAt(at, zone)
    const next = Math.ceil((at + offset) / step) * step - offset
    if (next > end) break
    found.push(next)
    at = next + 1
  }
  return found.length > 0 ? found : [start]
}

const dayName = (at: number, zone: string) =>
  dateFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short' }).format(new Date(at))
