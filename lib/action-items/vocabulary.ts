/** The closed words an action item is told in, each with how it is read. Values are permanent: rows and events carry them. */
export const priorities = {
  p0: { label: 'P0', use: 'The same incident could happen again now.', days: 7 },
  p1: { label: 'P1', use: 'The main fixes of a SEV1 or SEV2.', days: 30 },
  p2: { label: 'P2', use: 'Other fixes of a SEV1 or SEV2, main fixes of a SEV3.', days: 60 },
  p3: { label: 'P3', use: 'Good to have, or learning.', days: 90 },
} as const
export type Priority = keyof typeof priorities

export const commitments = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  risk_accepted: 'Risk accepted',
  declined: 'Declined',
  duplicate: 'Duplicate',
  handed: 'Handed to a program',
} as const
export type CommitmentKind = keyof typeof commitments

export const progresses = {
  open: 'Open',
  in_progress: 'In progress',
  blocked: 'Blocked',
  in_verification: 'In verification',
  verified: 'Verified',
  regressed: 'Regressed',
  dropped: 'Dropped',
} as const
export type ProgressKind = keyof typeof progresses

/** Both in one word: what was decided, until it is accepted; from then on how far it is. In the order work takes. */
export const itemStates = {
  proposed: 'Proposed',
  handed: 'Handed to a program',
  open: 'Accepted',
  in_progress: 'In progress',
  blocked: 'Blocked',
  in_verification: 'In verification',
  regressed: 'Regressed',
  verified: 'Verified',
  dropped: 'Dropped',
  risk_accepted: 'Risk accepted',
  declined: 'Declined',
  duplicate: 'Duplicate',
} as const
export type ItemStateName = keyof typeof itemStates

/** Of what is open: whether its day is over in its team’s zone, within a week, or later. */
export const lateness = { overdue: 'Overdue', week: 'Due within a week', later: 'Due later' } as const
export type Lateness = keyof typeof lateness

export const groupings = {
  team: 'Team',
  program: 'Program',
  owner: 'Owner',
  priority: 'Priority',
  mechanism: 'Mechanism',
  age: 'Age',
} as const
export type Grouping = keyof typeof groupings

/** Since it was accepted, or added where it was not. The ages of the reports. */
export const ageBuckets = [
  { days: 14, label: 'Up to 14 days' },
  { days: 30, label: '15 to 30 days' },
  { days: 60, label: '31 to 60 days' },
  { days: 90, label: '61 to 90 days' },
  { days: null, label: 'Over 90 days' },
] as const

export const purposes = {
  investigate: 'Investigate: answer a question about this incident',
  repair: 'Repair: remove what is left of this incident',
  prevent: 'Prevent: make this class impossible or much less likely',
  detect: 'Detect: shorten the time to know',
  mitigate: 'Mitigate: make it smaller or shorter next time',
  process: 'Process: change how we review, roll out, hand over',
  learn: 'Learn: a guide, a runbook, training',
} as const

export const domains = {
  code: 'Code',
  config: 'Configuration',
  data: 'Data',
  network: 'Network',
  capacity: 'Capacity',
  observability: 'Observability',
  tooling: 'Tooling and access',
  dependency: 'Dependency or vendor',
  process: 'Process',
  documentation: 'Documentation',
  people: 'People and on-call',
} as const

export const strengths = {
  strong: 'Strong: the hazard is gone, or a machine holds the limit',
  medium: 'Medium: the right way is easier, or it is caught in time',
  weak: 'Weak: it relies on memory',
} as const

export const efforts = { s: 'Small: days', m: 'Medium: weeks', l: 'Large: a quarter' } as const

export const evidenceKinds = {
  change: 'Merged change',
  test: 'Test result',
  drill: 'Alert fired in a drill',
  experiment: 'Experiment run',
  dashboard: 'Dashboard',
  document: 'Document revision',
  config: 'Configuration difference',
  other: 'Something else',
} as const

export const regressionReasons = {
  incomplete: 'It was incomplete',
  not_deployed: 'It was not deployed everywhere',
  bypassed: 'It was bypassed',
  ineffective: 'It did not have the effect',
  assumption_changed: 'What it assumed has changed',
} as const

export const recurrenceAnswers = {
  same: 'The same: the fix did not hold',
  related: 'Related, though the fix held',
  different: 'Different',
} as const
