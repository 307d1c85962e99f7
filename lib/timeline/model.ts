/**
 * The timeline is the story of the incident, told in entries: a time, a kind and one line. Beside it lies the evidence:
 * what chats, alerts and logs said, word for word. An entry may point back to the evidence it tells, and evidence never
 * changes. When something happened and when responders learned it are two times, so that nobody is read as if they had
 * known what they could not yet know. A corrected time keeps the one that stood before, and why.
 */
export const entryKinds = {
  change: 'Change',
  condition: 'Condition',
  warning: 'Warning sign',
  trigger: 'Trigger',
  impact: 'Impact',
  impact_change: 'Impact changed',
  impact_end: 'Impact ended',
  automation: 'Automation acted',
  alert: 'Alert',
  report: 'Customer report',
  detection: 'Detection',
  page: 'Page',
  acknowledgement: 'Acknowledged',
  declaration: 'Declaration',
  severity: 'Severity changed',
  escalation: 'Escalation',
  hand_over: 'Hand-over',
  observation: 'Observation',
  hypothesis: 'Hypothesis',
  decision: 'Decision',
  action: 'Action',
  obstacle: 'Obstacle',
  rollback: 'Rollback',
  mitigation: 'Mitigation',
  fix: 'Fix deployed',
  recovery: 'Recovery',
  communication: 'Communication',
  notice: 'Customer notice',
} as const

export type EntryKind = keyof typeof entryKinds

export const isKind = (kind: string): kind is EntryKind => Object.hasOwn(entryKinds, kind)

/** Who or what an entry is about: the lanes of the picture. */
export const lanes = {
  system: {
    label: 'System',
    kinds: ['change', 'condition', 'warning', 'trigger', 'impact', 'impact_change', 'impact_end', 'automation'],
  },
  detection: { label: 'Detection', kinds: ['alert', 'report', 'detection', 'page', 'acknowledgement'] },
  response: {
    label: 'Response',
    kinds: [
      ...['declaration', 'severity', 'escalation', 'hand_over', 'observation', 'hypothesis', 'decision', 'action'],
      ...['obstacle', 'rollback', 'mitigation', 'fix', 'recovery'],
    ],
  },
  communication: { label: 'Communication', kinds: ['communication', 'notice'] },
} as const satisfies Record<string, { label: string; kinds: readonly string[] }>

export type Lane = keyof typeof lanes

/** A kind of another version is told among what people did. */
export const laneOf = (kind: string): Lane =>
  (Object.keys(lanes) as Lane[]).find((lane) => (lanes[lane].kinds as readonly string[]).includes(kind)) ?? 'response'

export const precisions = {
  exact: 'To the second',
  minute: 'To the minute',
  about: 'About',
  within: 'Some time between',
} as const

export type Precision = keyof typeof precisions

/** A moment as well as it is known. `about` may say by how much; `within` runs from `at` to `latestAt`. */
export type Known = { at: Date; precision: Precision; spreadMinutes: number | null; latestAt: Date | null }
