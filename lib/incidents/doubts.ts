import { impactEnd, type Window } from './metrics.ts'
import { contradictions, type Milestone, type Milestones, milestones } from './model.ts'

type Told = { milestones: Milestones; impactStartBasis?: string | null; windows?: readonly Window[] }

/** `impossible` cannot all be true; `doubtful` can, and is rare enough to look at twice. */
export type Doubt = { milestone: Milestone; message: string; weight: 'impossible' | 'doubtful' }

/** What does not fit together, each named at the point where somebody would mend it. */
export function doubts({ milestones: points, impactStartBasis, windows = [] }: Told, now: Date): Doubt[] {
  const impossible = contradictions(points, now).map((found) => ({ ...found, weight: 'impossible' as const }))
  const doubtful = [...swapped(points), ...besideWindows(points, windows), ...unmeasured(points, impactStartBasis)]
  return [...impossible, ...doubtful.map((found) => ({ ...found, weight: 'doubtful' as const }))]
}

type Found = Omit<Doubt, 'weight'>

/** Each second one usually follows the first. It need not: some things heal before anybody notices. */
const usual: readonly [Milestone, Milestone][] = [
  ['detected', 'paged'],
  ['detected', 'declared'],
  ['detected', 'diagnosed'],
  ['detected', 'mitigated'],
  ['engaged', 'diagnosed'],
]

function swapped(points: Milestones): Found[] {
  return usual.flatMap(([first, then]) => {
    const [a, b] = [points[first], points[then]]
    if (!a || !b || a <= b) return []
    return { milestone: then, message: `${milestones[then].label} stands before ${milestones[first].label}.` }
  })
}

function besideWindows({ impactStarted, mitigated }: Milestones, windows: readonly Window[]): Found[] {
  const first = windows.map(({ startedAt }) => startedAt).sort((a, b) => a.getTime() - b.getTime())[0]
  const end = impactEnd(windows)
  return [
    ...(impactStarted && first && first < impactStarted
      ? [{ milestone: 'impactStarted' as const, message: 'An impact window begins before Impact started.' }]
      : []),
    ...(impactStarted && first && first > impactStarted
      ? [{ milestone: 'impactStarted' as const, message: 'The first impact window begins after Impact started.' }]
      : []),
    ...(mitigated && end && mitigated > end
      ? [{ milestone: 'mitigated' as const, message: 'Mitigated stands after the end of the last impact window.' }]
      : []),
  ]
}

/** The alert is when we knew, and hardly ever when it began. */
function unmeasured({ impactStarted, detected }: Milestones, basis: string | null | undefined): Found[] {
  if (!impactStarted || !detected || basis || impactStarted.getTime() !== detected.getTime()) return []
  return [
    {
      milestone: 'impactStarted',
      message: 'Impact started is the very moment it was detected. Was that measured, or is it assumed?',
    },
  ]
}
