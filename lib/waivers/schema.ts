import { z } from 'zod'
import { PublicNumber } from '#lib/ids.ts'
import { IncidentListed } from '#lib/incidents/schema.ts'
import { PageInput } from '#lib/page.ts'
import { NOTE_MAX, prose } from '#lib/text.ts'

const Reason = prose({ what: 'The reason', max: NOTE_MAX }).refine(
  (reason) => reason.trim(),
  'Say why, so that it can be understood in a year.',
)

export const GetRequirementInput = z.strictObject({ number: PublicNumber })
export const WaiveInput = z.strictObject({ number: PublicNumber, reason: Reason })

export const standings = ['needed', 'waived'] as const
export const ListUnwrittenInput = PageInput.pick({ limit: true }).extend({
  /** Those that need a postmortem and have none, or those of which it was decided that they need none. */
  postmortem: z.enum(standings, 'Ask for needed or waived.').default('needed'),
})

export const RequirementOut = z.strictObject({
  /** Why it needs a postmortem; empty when it does not. */
  because: z.array(z.string()),
  /** How many postmortems of it this actor can see. */
  written: z.number(),
  /** The day by which a first draft is due, in the team's zone; null while users were not well again, or none is needed. */
  draftDueOn: z.string().nullable(),
  overdue: z.boolean(),
  waiver: z
    .strictObject({
      reason: z.string(),
      waivedAt: z.string(),
      by: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    })
    .nullable(),
})
export type RequirementOut = z.output<typeof RequirementOut>

export const UnwrittenOut = z.strictObject({ incident: IncidentListed, requirement: RequirementOut })
export type UnwrittenOut = z.output<typeof UnwrittenOut>
