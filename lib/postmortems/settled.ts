import type { Milestone } from '#lib/incidents/model.ts'
import type { FactKey } from '#lib/templates/fact-fields.ts'
import { settledIn, staysUnknown } from './marks.ts'

/**
 * Which facts a text says will stay unknown, and why. Readers see the sentence as it stands and nothing asks again: a
 * gate that only took answers would be fed with invented ones.
 */
type Way = { say: string; means: RegExp }

/** `say` is what a writer is offered; `means` also takes the question that was prepared in the text and their own words. */
const ways = {
  services: { say: 'which services were affected', means: /\bservices?\b/ },
  windows: { say: 'how far the impact reached', means: /\bhow far\b|\bwindows?\b|\bworse\b/ },
  windowEnd: { say: 'when the impact ended', means: /\bend(?:ed|s)?\b|\bwindows?\b/ },
  milestones: { say: 'milestones', means: /\bmilestones\b/ },
  impactStarted: { say: 'when impact started', means: /\bmilestones\b|\bstart(?:ed)?\b|\bbeg[au]n\b/ },
  detected: { say: 'when it was detected', means: /\bmilestones\b|\bwhen\b.{0,60}\b(?:detected|noticed|knew)\b/ },
  mitigated: { say: 'when it was mitigated', means: /\bmilestones\b|\bmitigated\b|\bback to normal\b/ },
  timeline: { say: 'what happened in order of time', means: /\btimeline\b|\border of time\b/ },
  mechanisms: { say: 'mechanisms', means: /\bmechanisms?\b/ },
  locations: { say: 'locations', means: /\blocations?\b|\bwhere\b/ },
  trigger: { say: 'trigger', means: /\btrigger\b|\bturned the weakness\b/ },
  detection: { say: 'how it was detected', means: /\bdetection\b|\bhow\b.{0,60}\b(?:detected|noticed|know|knew)\b/ },
  factors: { say: 'contributing factors', means: /\bfactors?\b|\bconditions?\b/ },
  defences: { say: 'defences', means: /\bdefences?\b|\bmeant to stop\b/ },
  mitigations: { say: 'mitigations', means: /\bmitigations?\b|\bended the impact\b/ },
  evidence: { say: 'evidence', means: /\bevidence\b|\bwhat shows it\b/ },
} as const satisfies Partial<Record<FactKey | Milestone | 'windowEnd', Way>>

export type Settleable = keyof typeof ways

export type Settled = ReadonlySet<Settleable>

export function settledFacts(texts: readonly string[]): Settled {
  const said = texts.flatMap(settledIn)
  const names = Object.keys(ways) as Settleable[]
  return new Set(names.filter((name) => said.some((what) => ways[name].means.test(what))))
}

/** The mark to write in the text, where an answer cannot be found. */
export const wayOut = (name: Settleable): string => staysUnknown(ways[name].say)
