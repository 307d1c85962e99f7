import { type Share, type Stay, type Survival, shareOf, spreadOf, survivalOf } from './statistics.ts'

/**
 * What became of a promise, told from rows that are only ever added, so that each figure can be computed as of any day:
 * as of a past one it is what it was then. Times are instants, dates are of the owning team's calendar.
 */
export type Life = {
  weighty: boolean
  strong: boolean
  /** Accepted or handed to a program for the first time. */
  acceptedAt: number | null
  firstDue: string
  /** The due date from each moment on, first to last. */
  dues: readonly { at: number; dueOn: string }[]
  /** What changed whether anybody has to work on it. */
  turns: readonly { at: number; to: Turn }[]
  /** The last word about a thing in progress. */
  heard: readonly { at: number; inProgress: boolean }[]
  evidenceAt: number | null
  /** What day it is there at an instant. */
  dateAt: (at: number) => string
}
export type Turn = 'done' | 'given_up' | 'again' | 'merged'

export type Standing = { state: 'unaccepted' | 'open' | 'done' | 'given_up' | 'merged'; since: number }

export function standingAt({ acceptedAt, turns }: Life, at: number): Standing {
  if (acceptedAt === null || acceptedAt > at) return { state: 'unaccepted', since: 0 }
  const turn = turns.findLast((each) => each.at <= at)
  if (!turn || turn.to === 'again') return { state: 'open', since: turn?.at ?? acceptedAt }
  return { state: turn.to, since: turn.at }
}

const dueAt = ({ dues, firstDue }: Life, at: number) => dues.findLast((each) => each.at <= at)?.dueOn ?? firstDue

export type Window = { from: number; to: number }

export type ItemFigures = {
  accepted: number
  open: number
  overdue: number
  overdueWeighty: number
  stale: number
  closure: { done: Share | null; givenUp: number }
  onTime: { first: Share | null; current: Share | null }
  slip: { n: number; median: number | null; p90: number | null }
  age: { n: number; median: number | null; p90: number | null; buckets: readonly { from: number; count: number }[] }
  timeToDone: Survival
  evidenced: Share | null
  reopened: Share | null
  strong: { done: Share | null; accepted: Share | null }
}

const DAY_MS = 86_400_000
const STALE_MS = 14 * DAY_MS
const REOPEN_MS = 180 * DAY_MS
export const ageBuckets = [0, 15, 31, 61, 91] as const

/** All of the definitions beside the figures, as of `to`; cohorts are of what was accepted, was due or was done in the window. */
export function itemFigures(lives: readonly Life[], { from, to }: Window): ItemFigures {
  const counted = lives.filter((life) => !['unaccepted', 'merged'].includes(standingAt(life, to).state))
  const within = (at: number) => at >= from && at <= to
  const state = (life: Life) => standingAt(life, to).state
  const open = counted.filter((life) => state(life) === 'open')
  const late = open.filter((life) => life.dateAt(to) > dueAt(life, to))
  const cohort = counted.filter(({ acceptedAt }) => within(acceptedAt ?? Number.NaN))
  const kept = cohort.filter((life) => state(life) !== 'given_up')
  const done = counted.filter((life) => state(life) === 'done')
  const doneInWindow = counted.filter(({ turns }) => turns.some((turn) => turn.to === 'done' && within(turn.at)))
  const ages = open.map((life) => (to - (life.acceptedAt ?? to)) / DAY_MS).sort((a, b) => a - b)
  const slips = counted.filter((life) => state(life) !== 'given_up').map((life) => slipOf(life, to))
  return {
    accepted: cohort.length,
    open: open.length,
    overdue: late.length,
    overdueWeighty: late.filter(({ weighty }) => weighty).length,
    stale: open.filter((life) => isStale(life, to)).length,
    closure: {
      done: shareOf(kept.filter((life) => state(life) === 'done').length, kept.length),
      givenUp: cohort.length - kept.length,
    },
    onTime: { first: onTime(counted, { from, to }, 'first'), current: onTime(counted, { from, to }, 'current') },
    slip: quantilesOf(slips),
    age: { ...quantilesOf(ages), buckets: inBuckets(ages) },
    timeToDone: survivalOf(cohort.flatMap((life) => stayOf(life, to) ?? [])),
    evidenced: shareOf(done.filter(({ evidenceAt }) => evidenceAt !== null && evidenceAt <= to).length, done.length),
    reopened: shareOf(doneInWindow.filter((life) => cameBack(life, { from, to })).length, doneInWindow.length),
    strong: {
      done: shareOf(done.filter(({ strong }) => strong).length, done.length),
      accepted: shareOf(cohort.filter(({ strong }) => strong).length, cohort.length),
    },
  }
}

function quantilesOf(values: readonly number[]) {
  const { n, median, p90 } = spreadOf(values)
  return { n, median, p90 }
}

const inBuckets = (ages: readonly number[]) =>
  ageBuckets.map((from, index) => ({
    from,
    count: ages.filter((age) => age >= from && age < (ageBuckets[index + 1] ?? Number.POSITIVE_INFINITY)).length,
  }))

/** Those due in the window, by the first date or the current one: open ones are late once the date is over. */
function onTime(lives: readonly Life[], { from, to }: Window, which: 'first' | 'current'): Share | null {
  const due = lives.flatMap((life) => {
    const date = which === 'first' ? life.firstDue : dueAt(life, to)
    const standing = standingAt(life, to)
    const inWindow = date >= life.dateAt(from) && date < life.dateAt(to)
    return inWindow && standing.state !== 'given_up' ? [{ life, date, standing }] : []
  })
  const kept = due.filter(
    ({ life, date, standing }) => standing.state === 'done' && life.dateAt(standing.since) <= date,
  )
  return shareOf(kept.length, due.length)
}

const slipOf = (life: Life, at: number) => (Date.parse(dueAt(life, at)) - Date.parse(life.firstDue)) / DAY_MS

function isStale({ heard }: Life, at: number): boolean {
  const last = heard.findLast((word) => word.at <= at)
  return last?.inProgress === true && at - last.at >= STALE_MS
}

/** Given up is neither done nor still to do, so it says nothing about how long things take. */
function stayOf(life: Life, at: number): Stay | null {
  const { state, since } = standingAt(life, at)
  if (life.acceptedAt === null || state === 'given_up') return null
  return { days: Math.floor(((state === 'done' ? since : at) - life.acceptedAt) / DAY_MS), done: state === 'done' }
}

function cameBack({ turns }: Life, { from, to }: Window): boolean {
  return turns.some(
    (turn, index) =>
      turn.to === 'done' &&
      turn.at >= from &&
      turn.at <= to &&
      turns.slice(index + 1).some((later) => later.to === 'again' && later.at <= to && later.at - turn.at <= REOPEN_MS),
  )
}

/** How many had been accepted and how many had ended by the end of each day asked for. */
export function burnUp(
  lives: readonly Life[],
  days: readonly number[],
): { at: number; accepted: number; ended: number }[] {
  return days.map((at) => {
    const states = lives.map((life) => standingAt(life, at).state)
    const ended = states.filter((state) => state === 'done' || state === 'given_up').length
    return { at, accepted: ended + states.filter((state) => state === 'open').length, ended }
  })
}
