import { type Milestones, milestoneNames, milestones } from '#lib/incidents/model.ts'
import { type PhaseName, phasesOf } from '#lib/incidents/phases.ts'
import { type Axis, axisOf } from './axis.ts'
import { type Lane, laneOf, lanes } from './model.ts'
import { type Mark, type Marked, packed, ROW_HEIGHT, textWidth } from './packing.ts'

export type PictureEntry = { at: string; kind: string; text: string }
export type PictureWindow = { startedAt: string; endedAt: string | null; scope: string; failingShare: number | null }

export type Picture = {
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  axis: Pick<Axis, 'ticks' | 'breaks'>
  phases: { name: PhaseName; label: string; x: number; width: number; shown: boolean }[]
  milestones: { label: string; x: number; y: number; end: boolean }[]
  lanes: { lane: Lane; label: string; y: number; height: number; marks: Mark[] }[]
  windows: { x: number; width: number; y: number; label: string; open: boolean; labelX: number; inside: boolean }[]
  windowLane: { y: number; height: number } | null
}

const WIDTH = 760
const LEFT = 104
const RIGHT = WIDTH - 12
const MILESTONE_ROW = 15
const PAD = 7
const BAR = 17

const short: Record<PhaseName, string> = {
  before: 'Before impact',
  early: 'Noticed early',
  unnoticed: 'Not detected yet',
  affected: 'Affected',
  responding: 'Responding',
  settling: 'Settling',
}

/** Where everything stands in the drawing. Null when there are not two moments to put beside each other. */
export function pictureOf(given: {
  timeline: readonly PictureEntry[]
  points: Milestones
  windows: readonly PictureWindow[]
  zone: string
}): Picture | null {
  const { timeline, points, windows, zone } = given
  const known = milestoneNames.flatMap((name) => (points[name] ? [{ name, at: points[name].getTime() }] : []))
  const times = [
    ...timeline.map(({ at }) => at),
    ...windows.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt ?? []].flat()),
  ]
  const instants = [...times.map((at) => new Date(at).getTime()), ...known.map(({ at }) => at)]
  if (new Set(instants).size < 2) return null
  const { x, ticks, breaks } = axisOf(instants, { from: LEFT + 10, to: RIGHT - 10, zone })
  const labels = milestoneLabels(known.map(({ name, at }) => ({ label: milestones[name].label, x: x(at) })))
  const top = 4 + (Math.max(-1, ...labels.map(({ row }) => row)) + 1) * MILESTONE_ROW
  const phases = phasesOf(points).map(({ name, start, end }) => {
    const [left, width] = [x(start), x(end) - x(start)]
    return { name, label: short[name], x: left, width, shown: width > textWidth(short[name]) + 8 }
  })
  let y = top + (phases.length > 0 ? 18 : 4)
  const bars = stacked(windows, x, Math.max(...instants))
  const windowLane = bars.length > 0 ? { y, height: (Math.max(...bars.map(({ row }) => row)) + 1) * BAR + PAD } : null
  const windowTop = y + PAD / 2
  y += windowLane?.height ?? 0
  const drawn = (Object.keys(lanes) as Lane[]).flatMap((lane) => {
    const entries = timeline.flatMap(({ at, kind, text }, index): Marked[] =>
      laneOf(kind) === lane ? [{ number: index + 1, x: x(new Date(at)), kind, text }] : [],
    )
    if (entries.length === 0) return []
    const { marks, rows } = packed(entries, { left: LEFT, right: RIGHT })
    const height = rows * ROW_HEIGHT + PAD * 2
    const placed = {
      lane,
      label: lanes[lane].label,
      y,
      height,
      marks: marks.map((mark) => ({ ...mark, y: y + PAD + mark.y })),
    }
    y += height
    return [placed]
  })
  return {
    width: WIDTH,
    height: y + 38,
    plot: { left: LEFT, right: RIGHT, top, bottom: y },
    axis: { ticks, breaks },
    phases,
    lanes: drawn,
    windowLane,
    milestones: labels.map(({ label, x: at, row, end }) => ({ label, x: at, end, y: 4 + row * MILESTONE_ROW })),
    windows: bars.map(({ row, ...bar }) => ({ ...bar, y: windowTop + row * BAR })),
  }
}

/** Names of milestones in as few rows as keep them apart. */
function milestoneLabels(points: readonly { label: string; x: number }[]) {
  const ends: number[] = []
  return [...points]
    .sort((a, b) => a.x - b.x)
    .map(({ label, x }) => {
      const width = textWidth(label) + 10
      const end = x + width > RIGHT
      const left = end ? x - width : x
      const free = ends.findIndex((right) => right <= left)
      const row = free >= 0 ? free : ends.length
      ends[row] = left + width
      return { label, x, row, end }
    })
}

/** Impact windows as bars; those that overlap lie under each other. One that has not ended runs to the edge. */
function stacked(windows: readonly PictureWindow[], x: Axis['x'], last: number) {
  const ends: number[] = []
  return windows.map(({ startedAt, endedAt, scope, failingShare }) => {
    const left = x(new Date(startedAt))
    const right = endedAt ? x(new Date(endedAt)) : Math.max(x(last), left + 12)
    const share =
      failingShare === null
        ? ''
        : `, ${(failingShare * 100).toLocaleString('en', { maximumFractionDigits: 1 })} % failing`
    const whole = `${scope}${share}`
    const width = Math.max(3, right - left)
    const inside = textWidth(whole) + 12 <= width
    const outsideLeft = !inside && right + textWidth(whole) + 8 > RIGHT
    const label = inside ? whole : fitted(whole, outsideLeft ? left - LEFT - 8 : RIGHT - right - 8)
    const labelX = inside ? left + 6 : outsideLeft ? left - 6 - textWidth(label) : right + 6
    const [from, to] = [Math.min(left, labelX), Math.max(right, labelX + textWidth(label))]
    const free = ends.findIndex((end) => end <= from)
    const row = free >= 0 ? free : ends.length
    ends[row] = to + 4
    return { x: left, width, label, open: endedAt === null, labelX, inside, row }
  })
}

function fitted(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  const letters = [...text]
  while (letters.length > 0 && textWidth(`${letters.join('')}…`) > room) letters.pop()
  return letters.length > 2 ? `${letters.join('').trimEnd()}…` : ''
}
