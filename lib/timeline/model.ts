/** What happened in the incident, in order: an entry is a time, a kind and one line. */
export const entryKinds = {
  change: 'Change',
  condition: 'Condition',
  warning: 'Warning sign',
  trigger: 'Trigger',
  impact: 'Impact',
  alert: 'Alert',
  detection: 'Detection',
  declaration: 'Declaration',
  escalation: 'Escalation',
  observation: 'Observation',
  hypothesis: 'Hypothesis',
  decision: 'Decision',
  action: 'Action',
  mitigation: 'Mitigation',
  recovery: 'Recovery',
  communication: 'Communication',
} as const

export type EntryKind = keyof typeof entryKinds
