import { all, type Decision, when } from '#lib/decision.ts'
import { addDays } from '#lib/time.ts'
import type { Redundancy, RedundancyState, TreatmentKind } from './vocabulary.ts'

/**
 * The register holds what carries others and has no second of its kind, or has one that nobody tried. An entry is about
 * a part of the system and what it needs; knowledge that few hold is such a part, and never a person. What was built is
 * written down, what can be counted on follows from it: a hot spare that was not switched to within half a year is an
 * untested one again. An accepted risk has an end, and comes back on that day.
 */
const TEST_DAYS = 180

type Tried = { testedOn: string; passed: boolean }

/** What can be counted on today. The newest test counts, so one that failed makes a hot spare untested at once. */
export function redundancyState(built: Redundancy, newest: Tried | null, today: string): RedundancyState {
  if (built !== 'hot') return built
  return newest?.passed && testValidUntil(newest.testedOn) >= today ? 'hot_tested' : 'hot_untested'
}

export const testValidUntil = (testedOn: string): string => addDays(testedOn, TEST_DAYS)

/** Whether one may fail and nothing does: an untested spare is none. */
export const isRedundant = (state: RedundancyState): boolean =>
  state === 'hot_tested' || state === 'active_active' || state === 'statically_stable'

export type Band = 'low' | 'medium' | 'high'

/** Of at most 75. From 30 on it is what one would not explain after the fact. */
export const bandOf = (score: number): Band => (score >= 30 ? 'high' : score >= 12 ? 'medium' : 'low')

/** An acceptance that ended is none: whoever reads the list finds it first. */
export const isLapsed = ({ acceptedUntil, today }: { acceptedUntil: string | null; today: string }): boolean =>
  acceptedUntil !== null && acceptedUntil < today

type State = { closed: boolean; treatment: TreatmentKind | null }

export const mayTreat = ({ closed, treatment }: State, kind: TreatmentKind): Decision =>
  all(
    when(kind === 'reopen' || !closed, 'It is resolved. Open it again first.'),
    when(kind !== 'reopen' || closed || treatment === 'accept', 'It is open already.'),
  )

export const nextTreatments = (state: State): TreatmentKind[] =>
  (['eliminate', 'isolate', 'reduce', 'accept', 'resolve', 'reopen'] as const).filter(
    (kind) => mayTreat(state, kind).allowed,
  )

export const mayChange = ({ closed }: { closed: boolean }): Decision =>
  when(!closed, 'It is resolved. Open it again to change it.')

export type Edge = { from: number; to: number }

/**
 * Every set of entries that need each other, directly or over others: a tool that has to be up to bring itself back.
 * Tarjan's strongly connected components, without recursion, because a register may be one long chain.
 */
export function circlesIn(edges: readonly Edge[]): number[][] {
  const next = new Map<number, number[]>()
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to])
    if (!next.has(to)) next.set(to, [])
  }
  const seen = new Map<number, { index: number; low: number }>()
  const open: number[] = []
  const isOpen = new Set<number>()
  const circles: number[][] = []
  const enter = (node: number) => {
    seen.set(node, { index: seen.size, low: seen.size })
    open.push(node)
    isOpen.add(node)
    return { node, ways: [...(next.get(node) ?? [])] }
  }
  for (const start of next.keys()) {
    const path = seen.has(start) ? [] : [enter(start)]
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = here.ways.shift()
      const mark = markOf(seen, here.node)
      if (to === undefined) {
        path.pop()
        const back = path.at(-1)
        if (back) lower(markOf(seen, back.node), mark.low)
        if (mark.low === mark.index) circles.push(close(open, isOpen, here.node))
      } else if (!seen.has(to)) path.push(enter(to))
      else if (isOpen.has(to)) lower(mark, markOf(seen, to).index)
    }
  }
  return circles
    .filter(({ length }) => length > 1)
    .map((circle) => circle.toSorted((a, b) => a - b))
    .toSorted(([a = 0], [b = 0]) => a - b)
}

type Mark = { index: number; low: number }

const markOf = (seen: ReadonlyMap<number, Mark>, node: number): Mark => seen.get(node) ?? { index: 0, low: 0 }

function lower(mark: Mark, to: number): void {
  mark.low = Math.min(mark.low, to)
}

function close(open: number[], isOpen: Set<number>, until: number): number[] {
  const circle: number[] = []
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    isOpen.delete(node)
    circle.push(node)
    if (node === until) break
  }
  return circle
}

export type Counted = {
  closed: boolean
  score: number
  tier: number | null
  state: RedundancyState
  breakGlass: boolean
  lapsed: boolean
}

export type Kpis = {
  open: number
  single: number
  /** Of the single points, by the most important service each carries. */
  byTier: { tier: number | null; single: number }[]
  weight: number
  /** Of those with a hot spare, how many were switched to within half a year. */
  tested: { hot: number; tested: number }
  breakGlass: number
  lapsed: number
}

/** The figures of the register, over its open entries. */
export function kpisOf(entries: readonly Counted[]): Kpis {
  const open = entries.filter(({ closed }) => !closed)
  const single = open.filter(({ state }) => !isRedundant(state))
  const hot = open.filter(({ state }) => state === 'hot_tested' || state === 'hot_untested')
  const tiers = [...new Set(single.map(({ tier }) => tier))].toSorted((a, b) => (a ?? 9) - (b ?? 9))
  return {
    open: open.length,
    single: single.length,
    byTier: tiers.map((tier) => ({ tier, single: single.filter((entry) => entry.tier === tier).length })),
    weight: open.reduce((sum, { score }) => sum + score, 0),
    tested: { hot: hot.length, tested: hot.filter(({ state }) => state === 'hot_tested').length },
    breakGlass: single.filter(({ breakGlass }) => breakGlass).length,
    lapsed: open.filter(({ lapsed }) => lapsed).length,
  }
}
