import { z } from 'zod'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { IncidentOut, RestrictedReason, Severity, TeamOut, Visibility } from '#lib/incidents/schema.ts'
import { PageInput } from '#lib/page.ts'
import { SimilarOut } from '#lib/similar/schema.ts'
import { TemplateKey } from '#lib/templates/schema.ts'
import { line, NOTE_MAX, optionalLine, prose, SECTION_MAX, TITLE_MAX } from '#lib/text.ts'
import { type State, states } from './model.ts'

export const StateName = z.enum(Object.keys(states) as [State], 'Choose a state.')
const title = line({ what: 'The title', max: TITLE_MAX })

export const DraftInput = z.strictObject({
  /** The incident's number. A drill or a study may stand without one. */
  incident: PublicNumber.optional(),
  /** Without one, the incident's. */
  title: title.optional(),
  /** Without one, the one the rules choose. */
  template: TemplateKey.optional(),
  /** Without one, the incident's. */
  team: Slug.optional(),
  lead: Id.optional(),
  visibility: Visibility.optional(),
  restrictedReason: RestrictedReason.nullish(),
  externalId: optionalLine({ what: 'The external id', max: 200 }).optional(),
})

export const EditInput = z.strictObject({
  number: PublicNumber,
  title: title.optional(),
  /** The title the change began with. Where another one stands by now, the change is refused with it. */
  titleWas: title.optional(),
  lead: Id.optional(),
  // As many sections as the longest template has, and room for those teams add.
  sections: z
    .array(
      z.strictObject({
        key: z.string().max(40),
        version: z.coerce.number('The version is missing; load the text again.').int(),
        body: prose({ what: 'The section', max: SECTION_MAX }),
      }),
    )
    .max(40, 'A postmortem can have at most 40 sections.')
    .default([]),
})

export const RequestReviewInput = z.strictObject({
  number: PublicNumber,
  reviewers: z.array(Id).min(1, 'Choose at least one reviewer.').max(10, 'Choose at most 10 reviewers.'),
})

export const PublishInput = z.strictObject({
  number: PublicNumber,
  note: prose({ what: 'The note', max: NOTE_MAX }).default(''),
})
export const AmendInput = z.strictObject({
  number: PublicNumber,
  note: prose({ what: 'The note', max: NOTE_MAX }).refine(
    (note) => note.trim(),
    'Say what changed and why; readers see it.',
  ),
})
const Why = prose({ what: 'The reason', max: NOTE_MAX }).refine((reason) => reason.trim(), 'Say why; readers see it.')
export const SupersedeInput = z.strictObject({
  number: PublicNumber,
  /** The number of the one that tells the story now. */
  by: PublicNumber,
  reason: Why,
})
export const WithdrawSupersessionInput = z.strictObject({ number: PublicNumber, reason: Why })
export const RestoreRevisionInput = z.strictObject({ number: PublicNumber, revision: PublicNumber })

export const RetractInput = z.strictObject({
  number: PublicNumber,
  reason: prose({ what: 'The reason', max: NOTE_MAX }).refine(
    (reason) => reason.trim(),
    'Say why it is taken back; readers see it.',
  ),
})

export const ChangeVisibilityInput = z
  .strictObject({
    number: PublicNumber,
    visibility: Visibility,
    restrictedReason: RestrictedReason.nullish(),
    incidentToo: z.stringbool().or(z.boolean()).default(true),
  })
  .refine(({ visibility, restrictedReason }) => (visibility === 'restricted') === Boolean(restrictedReason), {
    path: ['restrictedReason'],
    message: 'A restricted postmortem needs a reason, and only a restricted one.',
  })

export const MoveTemplateInput = z.strictObject({
  number: PublicNumber,
  /** Without one, the newest version of its own. */
  template: TemplateKey.optional(),
})

export const GetPostmortemInput = z.strictObject({ number: PublicNumber })
export const ListRevisionsInput = PageInput.extend({ number: PublicNumber })
export const ListPostmortemsInput = PageInput.extend({
  /** Words of the title. Everything else is found by search. */
  q: optionalLine({ what: 'The search', max: TITLE_MAX }).optional(),
  state: z.array(StateName).max(6).optional(),
  severity: z.array(Severity).max(5).optional(),
  team: Slug.optional(),
  service: Slug.optional(),
  mechanism: z.string().max(40).optional(),
  lead: Id.optional(),
  /** Only those whose draft or publication is overdue. */
  late: z.stringbool().or(z.boolean()).optional(),
  /** Those that explain this incident. */
  incident: PublicNumber.optional(),
})

const SectionContent = z.strictObject({ key: z.string(), heading: z.string(), body: z.string() })

/** What a revision freezes. Stored for good, so fields are only ever added. */
export const RevisionContent = z.object({
  title: z.string(),
  sections: z.array(SectionContent),
  incident: IncidentOut.nullable(),
})
export type RevisionContent = z.output<typeof RevisionContent>

/** One of the frozen texts, without the text. */
export const RevisionListed = z.strictObject({
  ordinal: z.number(),
  createdAt: z.string(),
  by: z.string().nullable(),
  note: z.string(),
  published: z.boolean(),
  reviewed: z.boolean(),
})
export type RevisionListed = z.output<typeof RevisionListed>

export const PersonOut = z.strictObject({ id: z.string(), name: z.string() })

export const PostmortemListed = z.strictObject({
  number: z.number(),
  title: z.string(),
  state: StateName,
  visibility: Visibility,
  template: z.string(),
  team: TeamOut,
  lead: PersonOut,
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  incident: z
    .strictObject({
      number: z.number(),
      severity: Severity,
      occurredAt: z.string(),
      services: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    })
    .nullable(),
})
export type PostmortemListed = z.output<typeof PostmortemListed>

const Decided = z.strictObject({
  person: PersonOut,
  verdict: z.enum(['approve', 'ask_for_changes']),
  note: z.string(),
  decidedAt: z.string(),
})
const ReviewOut = z.strictObject({
  requestedAt: z.string(),
  revision: z.number(),
  reviewers: z.array(PersonOut),
  decisions: z.array(Decided),
})
const PublicationOut = z.strictObject({
  revision: z.number(),
  publishedAt: z.string(),
  note: z.string(),
  retraction: z.strictObject({ retractedAt: z.string(), reason: z.string() }).nullable(),
})

export const PostmortemOut = PostmortemListed.extend({
  externalId: z.string().nullable(),
  restrictedReason: RestrictedReason.nullable(),
  templateVersion: z.number(),
  updatedAt: z.string(),
  /** Which text `sections` is: readers of a published postmortem get the frozen one. Null once it was retracted. */
  text: z.enum(['working', 'published']).nullable(),
  sections: z.array(SectionContent.extend({ version: z.number().nullable() })),
  facts: IncidentOut.nullable(),
  reviews: z.array(ReviewOut),
  publications: z.array(PublicationOut),
})
export type PostmortemOut = z.output<typeof PostmortemOut>
/** All but the text. */
export type PostmortemRecord = Omit<PostmortemOut, 'sections' | 'facts'>

/** What an edit answers: the working text with the versions the next edit must name. */
export const EditedOut = z.strictObject({
  number: z.number(),
  title: z.string(),
  sections: z.array(SectionContent.extend({ version: z.number() })),
})

const MissingOut = z.strictObject({
  id: z.string(),
  stage: z.enum(['review', 'publish']),
  /** Whether the stage waits for it. */
  blocks: z.boolean(),
  field: z.string(),
  what: z.string(),
  why: z.string(),
  remedy: z.string(),
  href: z.string(),
})
/** A list and never a number: what to mend before each step, with the place. */
export const CompletenessOut = z.strictObject({ review: z.array(MissingOut), publish: z.array(MissingOut) })

const Because = z.array(z.string())
export const SuggestionsOut = z.strictObject({
  /** The incident it is about, where this actor sees it: what is similar is linked with that one. */
  incident: z.number().nullable(),
  similar: z.array(SimilarOut),
  preventing: z.array(
    z.strictObject({
      number: z.number(),
      title: z.string(),
      createdAt: z.string(),
      dueOn: z.string(),
      closed: z.boolean(),
      because: Because,
    }),
  ),
})
export type SuggestionsOut = z.output<typeof SuggestionsOut>
