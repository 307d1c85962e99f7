import { z } from 'zod'
import { PublicNumber } from '#lib/ids.ts'
import { line, NOTE_MAX, prose, TITLE_MAX } from '#lib/text.ts'
import { findingKinds } from './check.ts'

export const GetSummaryInput = z.strictObject({ number: PublicNumber })

export const WriteSummaryInput = z.strictObject({
  number: PublicNumber,
  /** The revision it was begun from; 0 for the first. */
  revision: z.coerce.number('The revision is missing; load the summary again.').int().min(0),
  title: line({ what: 'The title', max: TITLE_MAX }),
  // Status pages take a few thousand characters; twenty thousand is a long letter.
  body: prose({ what: 'The text', max: 20_000 }).refine((body) => body.trim(), 'Write something first.'),
})

export const AnswerFindingInput = z.strictObject({
  number: PublicNumber,
  finding: z.string().min(1).max(300, 'There is no such finding.'),
  reason: prose({ what: 'The reason', max: NOTE_MAX }).refine((reason) => reason.trim(), 'Say why it may stay.'),
})

export const ApproveSummaryInput = z.strictObject({
  number: PublicNumber,
  /** What was read is what is approved. */
  revision: PublicNumber,
  note: prose({ what: 'The note', max: NOTE_MAX }).default(''),
})

const Person = z.strictObject({ id: z.string(), name: z.string() }).nullable()

export const SummaryRevisionOut = z.strictObject({
  revision: z.number(),
  title: z.string(),
  body: z.string(),
  by: Person,
  at: z.string(),
  approval: z.strictObject({ by: Person, at: z.string(), note: z.string() }).nullable(),
})
export type SummaryRevisionOut = z.output<typeof SummaryRevisionOut>

export const SummaryOut = z.strictObject({
  number: z.number(),
  /** Null before anything was written; then `draft` is what the facts give. */
  current: SummaryRevisionOut.nullable(),
  draft: z.strictObject({ title: z.string(), body: z.string() }).nullable(),
  /** The newest approved revision: the only one that may leave. */
  approved: SummaryRevisionOut.nullable(),
  findings: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(Object.keys(findingKinds) as [keyof typeof findingKinds]),
      text: z.string(),
      why: z.string(),
      answer: z.string().nullable(),
    }),
  ),
  revisions: z.array(SummaryRevisionOut.omit({ body: true })),
})
export type SummaryOut = z.output<typeof SummaryOut>
