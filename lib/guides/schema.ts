import { z } from 'zod'
import { orNothing, RecordNamed } from '#lib/fields.ts'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, prose, TITLE_MAX } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import { LEVELS, STAGES } from './front-matter.ts'

const guide = Slug
const words = (what: string, min = 0) =>
  prose({ what, max: NOTE_MAX })
    .transform((text) => text.trim())
    .pipe(z.string().min(min, `${what} is missing.`))

/** Four times the longest guide we ship. */
export const GUIDE_MAX = 60_000

export const GetGuideInput = z.strictObject({ guide })
export const ListGuidesInput = PageInput
export const FlagGuideInput = z
  .strictObject({
    guide,
    text: words('What contradicts it', 1),
    incident: orNothing(PublicNumber).optional(),
    postmortem: orNothing(PublicNumber).optional(),
  })
  .refine(({ incident, postmortem }) => !incident || !postmortem, {
    path: ['postmortem'],
    message: 'Name an incident or a postmortem, not both.',
  })
export const AnswerGuideInput = z.strictObject({
  guide,
  /** Without one, it is an answer to the day the guide is due. */
  flag: Id.optional(),
  verdict: z.enum(['stands', 'change'], 'Choose whether it is still right or to be changed.'),
  reason: words('The reason', 1),
  until: orNothing(LocalDate).optional(),
  exercise: orNothing(PublicNumber).optional(),
  proposal: orNothing(PublicNumber).optional(),
})
export const ProposeChangeInput = z.strictObject({
  guide,
  summary: line({ what: 'What changes', max: TITLE_MAX }),
  /** The whole file as it should read. */
  text: prose({ what: 'The text', max: GUIDE_MAX, min: 1 }),
  /** Of the text that was changed. */
  version: z.string('The version is missing.').max(64, 'This version is not valid.'),
})
export const GetProposalInput = z.strictObject({ guide, number: PublicNumber })
export const CloseProposalInput = z.strictObject({
  guide,
  number: PublicNumber,
  outcome: z.enum(['merged', 'declined'], 'Choose merged or declined.'),
  reason: words('The reason').default(''),
})

const AnswerOut = z.strictObject({
  verdict: z.enum(['stands', 'change']),
  reason: z.string(),
  until: z.string().nullable(),
  exercise: RecordNamed.nullable(),
  proposal: z.number().nullable(),
  by: z.string(),
  at: z.string(),
})
export type AnswerOut = z.output<typeof AnswerOut>
export const ProposalOut = z.strictObject({
  number: z.number(),
  summary: z.string(),
  patch: z.string(),
  state: z.enum(['open', 'merged', 'declined']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type ProposalOut = z.output<typeof ProposalOut>

export const GuideListed = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  owner: z.string(),
  /** What the file says, or what its owner said since. */
  reviewBy: z.string(),
  stage: z.enum(STAGES),
  level: z.enum(LEVELS),
  mechanisms: z.array(z.string()),
  state: z.enum(['current', 'due', 'overdue', 'contested']),
  /** Flags that nobody answered yet. */
  contested: z.number(),
})
export type GuideListed = z.output<typeof GuideListed>

export const GuideOut = GuideListed.extend({
  /** The file, and what names this very text. */
  text: z.string(),
  version: z.string(),
  checklist: z.array(z.string()),
  flags: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      incident: RecordNamed.nullable(),
      postmortem: RecordNamed.nullable(),
      by: z.string(),
      at: z.string(),
      answer: AnswerOut.nullable(),
    }),
  ),
  /** To the days it was due. */
  answers: z.array(AnswerOut),
  proposals: z.array(ProposalOut.omit({ patch: true })),
})
export type GuideOut = z.output<typeof GuideOut>
