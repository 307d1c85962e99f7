import { z } from 'zod'
import { shippedKeys } from '#lib/templates/schema.ts'
import { SampleFacts } from './facts.ts'

/** The sample company as its files tell it: content/sample/company.yaml and content/sample/incidents/*.md. */

const time = z.string().regex(/^\d\d:\d\d$/)
const Start = z.union([
  z.iso.datetime(),
  z.strictObject({ daysAgo: z.number().int().min(0), time }),
  /** On this very day. */
  z.strictObject({ yearsAgo: z.number().int().min(1), time }),
])
/** Counted in whole days, as everything else of a story is. */
export function daysAgo(start: Exclude<z.output<typeof Start>, string>, today: Date): number {
  if ('daysAgo' in start) return start.daysAgo
  const then = new Date(today)
  then.setUTCFullYear(then.getUTCFullYear() - start.yearsAgo)
  return Math.round((today.getTime() - then.getTime()) / 86_400_000)
}

/** Minutes from the start: "+5", "-20". */
const Offset = z
  .string()
  .regex(/^[+-]\d+$/)
  .transform(Number)
const Visibility = z.enum(['company', 'team', 'restricted'])
const milestone = z.enum([
  'fault_introduced',
  'triggered',
  'impact_started',
  'detected',
  'paged',
  'acknowledged',
  'declared',
  'mitigated',
  'resolved',
])

export const Company = z.strictObject({
  name: z.string(),
  zone: z.string(),
  teams: z.array(z.strictObject({ slug: z.string(), name: z.string(), description: z.string(), zone: z.string() })),
  people: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(['administrator', 'auditor', 'program_manager', 'member', 'guest']),
      zone: z.string(),
      title: z.string(),
      teams: z.record(z.string(), z.enum(['owner', 'editor', 'viewer'])),
      says: z.string(),
    }),
  ),
  services: z.array(
    z.strictObject({ slug: z.string(), name: z.string(), description: z.string(), tier: z.number(), team: z.string() }),
  ),
})
export type Company = z.output<typeof Company>

const SampleIncident = z.strictObject({
  title: z.string(),
  severity: z.string(),
  kind: z.string(),
  team: z.string(),
  visibility: Visibility,
  zone: z.string(),
  services: z.array(z.strictObject({ service: z.string(), role: z.string() })),
  start: Start,
  milestones: z.partialRecord(milestone, Offset),
  impact: z
    .array(
      z.strictObject({
        from: Offset,
        to: Offset.optional(),
        scope: z.string(),
        trafficShare: z.number().optional(),
        failingShare: z.number().optional(),
        symptom: z.string().optional(),
      }),
    )
    .default([]),
  mechanisms: z.array(z.string()),
  facts: SampleFacts.optional(),
  timeline: z
    .array(
      z.strictObject({
        at: Offset,
        kind: z.string(),
        text: z.string(),
        source: z.string().optional(),
        milestone: milestone.optional(),
        role: z.string().optional(),
        link: z.string().optional(),
        precision: z.enum(['exact', 'minute', 'about', 'within']).optional(),
        spreadMinutes: z.number().optional(),
        /** The end of the range, where the time is known only within one. */
        until: Offset.optional(),
        knownAt: Offset.optional(),
        /** What was said, word for word: the evidence that this entry tells. */
        said: z.string().optional(),
        corrected: z.strictObject({ from: Offset, why: z.string() }).optional(),
      }),
    )
    .default([]),
  /** What was said beside it, and is not told in the story. */
  gathered: z.array(z.strictObject({ at: Offset, role: z.string(), text: z.string() })).default([]),
})

const SamplePostmortem = z.strictObject({
  title: z.string(),
  lead: z.string(),
  template: z.enum(shippedKeys),
  visibility: Visibility,
  restrictedReason: z.enum(['security', 'legal', 'privacy', 'people']).optional(),
  grants: z.array(z.string()).default([]),
  team: z.string(),
  state: z.enum(['draft', 'in_review', 'changes_asked', 'approved', 'published', 'amended', 'retracted']),
  /** Only where there is no incident to count from. */
  start: Start.optional(),
  draftedAfterDays: z.number(),
  reviewRequestedAfterDays: z.number().optional(),
  reviewers: z.array(z.string()).default([]),
  decisions: z
    .array(
      z.strictObject({
        by: z.string(),
        verdict: z.enum(['approve', 'ask_for_changes']),
        note: z.string().default(''),
        afterDays: z.number(),
      }),
    )
    .default([]),
  publishedAfterDays: z.number().optional(),
  publicationNote: z.string().optional(),
  amendment: z
    .strictObject({ afterDays: z.number(), note: z.string(), section: z.string(), text: z.string() })
    .optional(),
  retraction: z.strictObject({ afterDays: z.number(), reason: z.string() }).optional(),
})

const SampleActionItem = z.strictObject({
  title: z.string(),
  doneWhen: z.string().default(''),
  team: z.string(),
  owner: z.string().optional(),
  priority: z.enum(['p0', 'p1', 'p2', 'p3']),
  dueAfterDays: z.number(),
  purpose: z.string().optional(),
  domain: z.string().optional(),
  strength: z.string().optional(),
  effort: z.string().optional(),
  mechanism: z.string().optional(),
  shownBy: z.string().optional(),
  closed: z.strictObject({ afterDays: z.number(), outcome: z.enum(['done', 'dropped']), note: z.string() }).optional(),
  risk: z
    .strictObject({ afterDays: z.number(), days: z.number(), approver: z.string(), reason: z.string() })
    .optional(),
  declined: z.strictObject({ afterDays: z.number(), reason: z.string() }).optional(),
  steps: z
    .array(z.strictObject({ afterDays: z.number(), to: z.string(), note: z.string(), because: z.string().optional() }))
    .default([]),
})

export const Story = z.strictObject({
  incident: SampleIncident.optional(),
  postmortem: SamplePostmortem.optional(),
  actionItems: z.array(SampleActionItem).default([]),
})
export type Story = z.output<typeof Story> & { file: string; sections: { heading: string; body: string }[] }
export type SampleActionItem = z.output<typeof SampleActionItem>
export type SampleIncident = z.output<typeof SampleIncident>
export type SamplePostmortem = z.output<typeof SamplePostmortem>
export type Start = z.output<typeof Start>
