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
