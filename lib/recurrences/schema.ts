import { z } from 'zod'
import { CommitmentKind, ProgressKind } from '#lib/action-items/schema.ts'
import { recurrenceAnswers, regressionReasons } from '#lib/action-items/vocabulary.ts'
import { note, orNothing, wordOf } from '#lib/fields.ts'
import { PublicNumber } from '#lib/ids.ts'

const Answer = wordOf(recurrenceAnswers, 'Choose the same, related or different.')

export const AnswerRecurrenceInput = z.strictObject({
  /** Of the incident. */
  number: PublicNumber,
  item: PublicNumber,
  answer: Answer,
  reason: note('The reason').refine((text) => text !== '', 'Say how you can tell.'),
  /** Why the fix did not hold, where it was verified. */
  because: orNothing(wordOf(regressionReasons, 'Choose why it came back.')).default(null),
})

export const ListRecurrencesInput = z.strictObject({ number: PublicNumber })

/** An earlier item as it was when the incident began. */
export const EarlierItemOut = z.strictObject({
  number: z.number(),
  title: z.string(),
  mechanism: z.string().nullable(),
  commitment: CommitmentKind,
  progress: ProgressKind,
  overdue: z.boolean(),
  dueOn: z.string(),
  verifiedAt: z.string().nullable(),
})
export type EarlierItemOut = z.output<typeof EarlierItemOut>

export const RecurrenceOut = z.strictObject({
  earlier: EarlierItemOut,
  now: z.strictObject({ commitment: CommitmentKind, progress: ProgressKind }),
  /** Whether "same" would say that the fix regressed. */
  regresses: z.boolean(),
  answer: z.strictObject({ answer: Answer, reason: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
})
export type RecurrenceOut = z.output<typeof RecurrenceOut>
export const RecurrencesOut = z.strictObject({ number: z.number(), items: z.array(RecurrenceOut) })
