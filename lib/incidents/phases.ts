import type { Milestone, Milestones } from './model.ts'

/**
 * An incident as a row of phases, each from one known milestone to the next in time. Phases are named by what was true
 * in them; a missing milestone joins its neighbours rather than being guessed.
 */
export const phaseNames = {
  before: 'Triggered, no impact yet',
  early: 'Noticed before any impact',
  unnoticed: 'Users affected, not yet detected',
  responding: 'Users affected, people responding',
  affected: 'Users affected',
  settling: 'Users fine, not yet back to normal mode',
} as const

export type PhaseName = keyof typeof phaseNames
export type Phase = { name: PhaseName; from: Milestone; to: Milestone; start: Date; end: Date }

const turns = ['triggered', 'impactStarted', 'detected', 'mitigated', 'resolved'] as const

export function phasesOf(points: Milestones): Phase[] {
  const known = turns
    .flatMap((milestone) => {
      const at = points[milestone]
      return at ? [{ milestone, at }] : []
    })
    // Stable: milestones of the same instant keep the order they are listed in.
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  return known.slice(1).flatMap(({ milestone: to, at: end }, index) => {
    const before = known[index]
    if (!before || before.at.getTime() === end.getTime()) return []
    const passed = new Set(known.slice(0, index + 1).map(({ milestone }) => milestone))
    return [{ name: nameOf(passed, points), from: before.milestone, to, start: before.at, end }]
  })
}

function nameOf(passed: Set<Milestone>, points: Milestones): PhaseName {
  if (passed.has('mitigated')) return 'settling'
  const detected = passed.has('detected')
  if (!passed.has('impactStarted')) return detected ? 'early' : 'before'
  if (detected) return 'responding'
  return points.detected ? 'unnoticed' : 'affected'
}

/** Where each phase stands on a strip of width 1. Short ones get room to be seen, and the strip says that it was stretched. */
export function layOut(
  phases: readonly Phase[],
  least = 0.06,
): { spans: { x: number; width: number }[]; stretched: boolean } {
  const lengths = phases.map(({ start, end }) => end.getTime() - start.getTime())
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const shares = lengths.map((length) => Math.max(length / total, least))
  const sum = shares.reduce((all, share) => all + share, 0)
  let x = 0
  const spans = shares.map((share) => {
    const width = share / sum
    x += width
    return { x: x - width, width }
  })
  return { spans, stretched: sum > 1.0001 }
}
