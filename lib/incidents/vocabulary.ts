import type { Severity } from './model.ts'

/**
 * The closed words facts are told in, each with how it is read. Values are permanent, because frozen revisions carry
 * them; labels may improve. They lean on what published reviews and the well-known templates tell apart.
 */
export const factorRoles = {
  trigger: 'Set it off',
  enabler: 'Made it possible',
  amplifier: 'Made it worse',
  detection_gap: 'Kept it hidden',
  response_obstacle: 'Slowed the response',
} as const

export const detectionMethods = {
  slo_alert: 'SLO burn alert',
  threshold_alert: 'Threshold alert',
  anomaly_alert: 'Anomaly alert',
  synthetic_probe: 'Synthetic probe',
  user_monitoring: 'Real-user monitoring',
  automation: 'Automation acted',
  deploy_gate: 'Deploy gate',
  engineer: 'An engineer noticed',
  other_team: 'Partner or other team',
  customer: 'Customer report',
  social_media: 'Social media',
  vendor: 'Vendor notice',
  security_tool: 'Security tool',
  audit: 'Audit or experiment',
} as const

export const triggerKinds = {
  code_rollout: 'Code rollout',
  config_rollout: 'Configuration rollout',
  data_push: 'Data or policy push',
  flag: 'Feature flag',
  network_change: 'Network change',
  capacity_action: 'Capacity action',
  maintenance: 'Maintenance',
  failover: 'Failover or drill',
  traffic: 'Traffic growth or event',
  attack: 'Attack',
  expiry: 'Expiry or time',
  dependency: 'Dependency failure',
  hardware: 'Hardware or facility',
  unknown: 'Looked for and not found',
} as const

export const defenceOutcomes = {
  worked: 'Worked',
  slowed: 'Slowed it',
  absent: 'Was not there',
  not_applicable: 'Did not cover this path',
  bypassed: 'Was bypassed',
  failed: 'Failed',
  too_slow: 'Was too slow',
  made_worse: 'Made it worse',
} as const

export const mitigationMethods = {
  rollback: 'Rollback',
  roll_forward: 'Roll forward',
  config_revert: 'Configuration revert',
  flag_off: 'Flag off or kill switch',
  drain: 'Drain a site or region',
  route_change: 'Route withdrawal or prepending',
  weight_shift: 'DNS or weight shift',
  capacity_add: 'More capacity',
  load_shed: 'Load shedding or rate limit',
  block: 'Block traffic or a tenant',
  degrade: 'Feature off or degraded',
  cache_action: 'Purge, or serve stale',
  restart: 'Restart',
  failover: 'Failover',
  data_restore: 'Data restore',
  vendor_action: 'Vendor action',
  credential_action: 'Certificate or credential action',
  manual_repair: 'Manual repair',
  self_healed: 'Healed by itself',
  waited_out: 'Waited out',
} as const

export const mitigationResults = {
  helped: 'Helped',
  partly: 'Helped in part',
  no_effect: 'No effect',
  worsened: 'Made it worse',
} as const

export const responseRoles = {
  incident_commander: 'Incident commander',
  deputy: 'Deputy',
  operations_lead: 'Operations lead',
  communications_lead: 'Communications lead',
  scribe: 'Scribe',
  expert: 'Subject expert',
} as const

export const measures = {
  requests_failed: 'Requests failed',
  share_at_peak: 'Share failing at the peak',
  accounts: 'Accounts affected',
  users: 'Users affected',
  tickets: 'Support tickets',
  data_lost: 'Data lost',
  credits: 'Service credits',
  revenue: 'Revenue',
  people_paged: 'People paged',
  hours: 'Hours of response',
  other: 'Other',
} as const

export const certainties = {
  measured: 'Measured',
  estimated: 'Estimated',
  rough: 'Rough',
} as const

export const evidenceKinds = {
  dashboard: 'Dashboard',
  log: 'Logs',
  chat: 'Chat',
  recording: 'Recording',
  status_page: 'Status page',
  ticket: 'Ticket',
  change: 'Change',
  document: 'Document',
  other: 'Other',
} as const

export const locationKinds = {
  region: 'Region',
  pop: 'Site (PoP)',
  cell: 'Cell or cluster',
  network: 'Network',
} as const

/** Both directions in words: what "from" says of "to", and what "to" then says of "from". */
export const relationKinds = {
  repeat_of: { forward: 'Repeat of', backward: 'Repeated by' },
  same_mechanism: { forward: 'Same mechanism as', backward: 'Same mechanism as' },
  caused_by: { forward: 'Caused by', backward: 'Caused' },
  part_of: { forward: 'Part of', backward: 'Includes' },
  follows_from_fix: { forward: 'Follows from the fix of', backward: 'Its fix led to' },
  similar: { forward: 'Similar to', backward: 'Similar to' },
} as const

export const impactStartBases = { measured: 'Measured', assumed: 'Assumed' } as const

/** From worst to least. */
export const bySeverity: readonly Severity[] = ['sev1', 'sev2', 'sev3', 'sev4', 'near_miss']

/** A value some later version wrote is shown as it stands rather than hidden. */
export const labelOf = (words: Record<string, string>, value: string): string =>
  words[value] ?? value.replaceAll('_', ' ')

/** The keys, as zod's enum takes them. */
export const valuesOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]]
