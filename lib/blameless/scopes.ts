import type { Scope } from './rule.ts'

/** What each section of the templates is to the rules. A key that is not here is read as the story of the response. */
const scopeOfSection: Record<string, Scope> = {
  title: 'title',
  summary: 'summary',
  impact: 'summary',
  what: 'summary',
  traffic_impact: 'summary',
  metrics: 'summary',
  exposure: 'summary',
  share: 'summary',
  timeline: 'timeline',
  story: 'timeline',
  trigger: 'factors',
  factors: 'factors',
  whys: 'factors',
  whys_duration: 'factors',
  q_context: 'factors',
  path: 'factors',
  propagation: 'factors',
  steering: 'factors',
  fail_mode: 'factors',
  stage_gap: 'factors',
  tenant_isolation: 'factors',
  capacity_shift: 'factors',
  themes: 'factors',
  how_we_got_here: 'factors',
  background: 'factors',
  defences: 'defences',
  controls: 'defences',
  why_no_worse: 'defences',
  luck: 'luck',
  worst_case: 'luck',
  response: 'response',
  detection: 'response',
  mitigation: 'response',
  containment: 'response',
  went_well: 'response',
  was_hard: 'response',
  lessons: 'lessons',
  surprises: 'lessons',
  actions: 'actions',
  next: 'actions',
  ideas: 'lessons',
  external: 'external',
  what_happened: 'external',
  what_we_are_doing: 'external',
  customer_summary: 'external',
  public_derivative: 'external',
  comms: 'external',
}

export const scopeOf = (sectionKey: string): Scope => scopeOfSection[sectionKey] ?? 'response'

/**
 * What a heading in a file is, when it has no key: “Contributing factors”, “What went well”. Our templates write the
 * key behind the heading, like `{summary, required}`.
 */
export function scopeOfHeading(heading: string): Scope | undefined {
  const key = /\{([a-z_]{1,40})(?:, required)?\}\s*$/.exec(heading)?.[1]
  if (key) return scopeOf(key)
  return headings.find(([words]) => words.test(heading))?.[1]
}

const headings: readonly (readonly [RegExp, Scope])[] = [
  [/action items?|next steps|follow[- ]ups?|remediation|行动项|改进措施/i, 'actions'],
  [/timeline|chronology|时间线/i, 'timeline'],
  [/contributing|root cause|causes?\b|factors|trigger|whys?\b|analysis|原因|根因/i, 'factors'],
  [/defen[cs]es|safeguards|barriers/i, 'defences'],
  [/\bluck/i, 'luck'],
  [/lessons|learn|经验|教训/i, 'lessons'],
  [/summary|overview|impact|what happened|概述|摘要|影响/i, 'summary'],
  [/customer|public|external/i, 'external'],
  [/response|detection|mitigation|recovery|resolution|went well|hard|处理|恢复/i, 'response'],
]
