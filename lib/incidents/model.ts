/**
 * An incident is the facts: what was worse, for whom, from when until when, and when somebody knew. Facts may be
 * unknown, and then stay unknown: nothing here guesses, and a figure that rests on a missing or contradictory point
 * is not computed but says which point it lacks. "Mitigated" is about users; "resolved" is about us.
 */
export const milestones = {
  faultIntroduced: {
    label: 'Fault introduced',
    definition:
      'When the weakness that made this possible entered production. It may be months earlier, or unknowable.',
  },
  triggered: {
    label: 'Triggered',
    definition:
      'After this event, impact was inevitable unless somebody intervened. Not simply the time of the deploy.',
  },
  impactStarted: {
    label: 'Impact started',
    definition:
      'The first moment any user in scope was worse off than normal, from measured data and not from the alert.',
  },
  detected: {
    label: 'Detected',
    definition: 'The first signal that a person or automation of ours treated as a problem.',
  },
  paged: { label: 'Paged', definition: 'The first notification to a responder.' },
  acknowledged: { label: 'Acknowledged', definition: 'The first human response to that notification.' },
  declared: { label: 'Declared', definition: 'The incident process started.' },
  engaged: {
    label: 'Engaged',
    definition: 'The first responder with the access and the knowledge that were needed was working on it.',
  },
  diagnosed: {
    label: 'Diagnosed',
    definition: 'Enough was understood to choose the mitigation that worked. Not the whole explanation.',
  },
  mitigated: {
    label: 'Mitigated',
    definition: 'Users are back to normal and expected to stay so, even behind a workaround.',
  },
  resolved: {
    label: 'Resolved',
    definition: 'Normal mode again: workarounds removed, redundancy back, no heightened watch.',
  },
  announced: { label: 'Announced', definition: 'The first notice to customers or to the public.' },
} as const

export type Milestone = keyof typeof milestones
export type Milestones = Partial<Record<Milestone, Date | null>>
export const milestoneNames = Object.keys(milestones) as Milestone[]

export const severities = { sev1: 'SEV1', sev2: 'SEV2', sev3: 'SEV3', sev4: 'SEV4', near_miss: 'Near miss' } as const
export type Severity = keyof typeof severities
export const kinds = {
  outage: 'Outage',
  degradation: 'Degradation',
  data: 'Data',
  security: 'Security',
  near_miss: 'Near miss',
  experiment: 'Experiment',
  third_party: 'Third party',
} as const
export const serviceRoles = { origin: 'Origin', victim: 'Affected', mitigator: 'Helped' } as const

/** Orders that hold whatever happened. Detection stands in none: noticing before any impact is real. */
const orders: readonly (readonly Milestone[])[] = [
  ['faultIntroduced', 'triggered', 'impactStarted', 'mitigated', 'resolved'],
  ['paged', 'acknowledged'],
]

/** Each known point is held against the known one before it; the pair that breaks the order is named where it stands. */
export function contradictions(points: Milestones, now: Date): { milestone: Milestone; message: string }[] {
  const swapped = orders.flatMap((order) => {
    const known = order.filter((milestone) => points[milestone])
    return known.slice(1).flatMap((later, index) => {
      const earlier = known[index] ?? later
      const [a, b] = [points[earlier], points[later]]
      if (!a || !b || a <= b) return []
      return [{ milestone: later, message: `${milestones[later].label} stands before ${milestones[earlier].label}.` }]
    })
  })
  const future = milestoneNames
    .filter((name) => (points[name] ?? now) > now)
    .map((milestone) => ({ milestone, message: `${milestones[milestone].label} lies in the future.` }))
  return [...swapped, ...future]
}
