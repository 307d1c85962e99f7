import { z } from 'zod'
import { Severity } from '#lib/incidents/schema.ts'

export const SimilarOut = z.strictObject({
  number: z.number(),
  title: z.string(),
  severity: Severity,
  occurredAt: z.string(),
  /** Why it is shown, each a sentence that can be checked. */
  because: z.array(z.string()),
  /** How the two are probably related, for somebody to agree with. */
  suggests: z.enum(['repeat_of', 'same_mechanism', 'similar']),
  /** Whether how they are related was said already. */
  said: z.enum(['linked', 'proposed']).nullable(),
  postmortem: z.strictObject({ number: z.number(), title: z.string() }).nullable(),
})
export type SimilarOut = z.output<typeof SimilarOut>
export const SimilarIncidentsOut = z.strictObject({ number: z.number(), similar: z.array(SimilarOut) })
