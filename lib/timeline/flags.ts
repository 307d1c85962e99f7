import { type Milestone, type Milestones, milestones } from '#lib/incidents/model.ts'
import { formatDuration } from '#lib/time.ts'
import { exactWallOf, instantsOf, offsetAt, wallOf } from '#lib/wall-clock.ts'

/** What deserves a second look, at the entry it is about. It says what is seen and never what to conclude. */
export type Flag = {
  entry: string
  kind: 'gap' | 'order' | 'clock'
  /** A gap and a change of clocks stand before the entry. */
  before: boolean
  message: string
}

type Told = {
  id: string
  at: string
  kind: string
  zone: string
  knownAt: string | null
  latestAt: string | null
  milestone: string | null
}

/** 30 minutes: what people who read timelines call a silence while users are affected. */
const SILENCE_MS = 30 * 60 * 1000

export function flagsOf({
  timeline,
  points,
  zone,
}: {
  timeline: readonly Told[]
  points: Milestones
  zone: string
}): Flag[] {
  return timeline.flatMap((entry, index) => {
    const before = timeline[index - 1]
    return [
      ...(before ? between(before, entry, { points, zone }) : []),
      ...knownTooSoon(entry),
      ...awayFromMilestone(entry, points),
      ...outOfOrder(entry, timeline.slice(0, index), timeline),
      ...repeatedHour(entry, zone),
    ]
  })
}

function between(one: Told, other: Told, { points, zone }: { points: Milestones; zone: string }): Flag[] {
  const [start, end] = [Math.max(time(one.at), time(one.latestAt ?? one.at)), time(other.at)]
  const from = Math.max(start, (points.detected ?? points.impactStarted)?.getTime() ?? Number.POSITIVE_INFINITY)
  const to = Math.min(end, points.mitigated?.getTime() ?? end)
  const flags: Flag[] = []
  if (to - from > SILENCE_MS)
    flags.push({
      entry: other.id,
      kind: 'gap',
      before: true,
      message: `${formatDuration(to - from)} without an entry while users were affected. Did nothing happen, or is it not told?`,
    })
  const turned = offsetAt(end, zone) - offsetAt(start, zone)
  if (turned !== 0 && end - start < 36 * 60 * 60 * 1000)
    flags.push({
      entry: other.id,
      kind: 'clock',
      before: true,
      message: `The clocks in ${zone} went ${turned > 0 ? 'forward' : 'back'} by ${formatDuration(Math.abs(turned))} in between: ${formatDuration(end - start)} passed, not what the clocks suggest.`,
    })
  return flags
}

function knownTooSoon({ id, at, knownAt }: Told): Flag[] {
  if (!knownAt || time(knownAt) >= time(at)) return []
  return [
    {
      entry: id,
      kind: 'order',
      before: false,
      message: 'This was known before it happened. One of the two times is not right.',
    },
  ]
}

function awayFromMilestone({ id, at, milestone }: Told, points: Milestones): Flag[] {
  if (!milestone || !Object.hasOwn(milestones, milestone)) return []
  const stands = points[milestone as Milestone]
  if (stands?.getTime() === time(at)) return []
  const { label } = milestones[milestone as Milestone]
  const message = stands
    ? `The milestone “${label}” stands ${formatDuration(Math.abs(stands.getTime() - time(at)))} ${stands.getTime() > time(at) ? 'after' : 'before'} this entry.`
    : `The milestone “${label}” has no time, though this entry stands for it.`
  return [{ entry: id, kind: 'order', before: false, message }]
}

/** What cannot come before what it answers, when both are told. */
const answers: Record<string, { to: string; message: string }> = {
  acknowledgement: { to: 'page', message: 'This acknowledges a page before any page is told.' },
  impact_end: { to: 'impact', message: 'The impact ends here before it is told to begin.' },
  impact_change: { to: 'impact', message: 'The impact changes here before it is told to begin.' },
  recovery: { to: 'impact', message: 'The recovery stands before the impact.' },
}

function outOfOrder({ id, kind }: Told, earlier: readonly Told[], all: readonly Told[]): Flag[] {
  const answer = Object.hasOwn(answers, kind) ? answers[kind] : undefined
  if (!answer || earlier.some((each) => each.kind === answer.to) || !all.some((each) => each.kind === answer.to))
    return []
  return [{ entry: id, kind: 'order', before: false, message: answer.message }]
}

/** A clock that showed this time twice that night tells nobody which of the two is meant. */
function repeatedHour({ id, at, zone: typed }: Told, zone: string): Flag[] {
  const moment = new Date(at)
  const where = [...new Set([zone, typed])].find((each) => instantsOf(wallOf(moment, each), each).length > 1)
  if (!where) return []
  const [first] = instantsOf(wallOf(moment, where), where)
  const which = first?.getTime() === moment.getTime() ? 'first' : 'second'
  const message = `The clocks in ${where} showed this time twice; this is the ${which} (${exactWallOf(moment, where).slice(-6)}).`
  return [{ entry: id, kind: 'clock', before: false, message }]
}

const time = (text: string) => new Date(text).getTime()
