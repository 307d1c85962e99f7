import { z } from 'zod'
import { Slug } from '#lib/ids.ts'
import { severities } from '#lib/incidents/model.ts'
import { Kind, RestrictedReason, Severity } from '#lib/incidents/schema.ts'
import { line, NOTE_MAX, optionalLine, prose, TITLE_MAX } from '#lib/text.ts'
import { factKeys, preparationNames } from './fact-fields.ts'

export const severityNames = Object.keys(severities) as [keyof typeof severities]

/** When something has to stand there: before review, before publication, when it helps, or not at all. */
export const needs = {
  review: 'To ask for a review',
  publish: 'To publish',
  optional: 'When it helps',
  hidden: 'Not asked',
} as const
export const Need = z.enum(Object.keys(needs) as [keyof typeof needs], 'Say when it is needed.')
export type Need = z.output<typeof Need>

export const Needs = z.strictObject({ sev1: Need, sev2: Need, sev3: Need, sev4: Need, near_miss: Need })
export type Needs = z.output<typeof Needs>

/** 40 letters: a name in addresses and in exported front matter. */
export const TemplateKey = z
  .string('Choose one of the templates.')
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'Choose one of the templates.')
export type TemplateKey = z.output<typeof TemplateKey>

export const SectionKey = z
  .string('The section needs a key.')
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'A key is small letters, digits and underscores.')

export const TemplateSection = z.strictObject({
  key: SectionKey,
  heading: line({ what: 'The heading', max: 100 }),
  /** One question, in sight while writing. */
  prompt: prose({ what: 'The prompt', max: 600, min: 1 }),
  /** More to open for those who want it. */
  guidance: prose({ what: 'The guidance', max: NOTE_MAX }),
  needs: Needs,
  facts: z.array(z.enum(factKeys, 'Choose facts from the list.')).max(factKeys.length),
  prefill: z.enum(preparationNames, 'Choose a preparation from the list.').nullable(),
})
export type TemplateSection = z.output<typeof TemplateSection>

/** Empty lists mean "any". The sentence is shown beside the choice, so that it can be argued with. */
export const ChoosingRule = z
  .strictObject({
    severities: z.array(Severity).max(5).default([]),
    kinds: z.array(Kind).max(7).default([]),
    teams: z.array(Slug).max(50, 'Name at most 50 teams in one rule.').default([]),
    because: line({ what: 'The reason', max: TITLE_MAX }),
  })
  .refine(({ severities, kinds, teams }) => severities.length + kinds.length + teams.length > 0, {
    path: ['severities'],
    message: 'Choose at least one severity, kind or team; a rule for everything hides the others.',
  })
export type ChoosingRule = z.output<typeof ChoosingRule>

const unique = (items: readonly { key: string }[]) => new Set(items.map(({ key }) => key)).size === items.length

/** What a version of a template says, whoever wrote it. A postmortem keeps the version it started from. */
export const TemplateContent = z.strictObject({
  name: line({ what: 'The name', max: 60 }),
  description: optionalLine({ what: 'The description', max: 300 }),
  /** A customer summary is written from the same facts and never offered as a postmortem. */
  kind: z.enum(['postmortem', 'customer_summary']),
  /** Whether a postmortem made from it must be approved before it is published. */
  review: z.enum(['review', 'optional'], 'Say whether it needs a review.'),
  /** Set where what is begun from it starts closed, with the reason it will carry. */
  restricted: RestrictedReason.nullable(),
  minutes: z.coerce.number().int().min(1).max(600, 'Ten hours are the most anybody plans for.').nullable(),
  choose: z.array(ChoosingRule).max(6, 'Give at most 6 rules.'),
  facts: z.partialRecord(z.enum(factKeys), Needs),
  // 40: as many as a postmortem can hold.
  sections: z
    .array(TemplateSection)
    .min(1, 'A template needs at least one section.')
    .max(40, 'A template can have at most 40 sections.')
    .refine(unique, 'Two sections have the same key; give each its own.'),
})
export type TemplateContent = z.output<typeof TemplateContent>

export const Origin = z.enum(['shipped', 'organization'])
export type Origin = z.output<typeof Origin>

export const Template = TemplateContent.extend({ key: TemplateKey, origin: Origin, version: z.number().int() })
export type Template = z.output<typeof Template>

/** In the order they are offered. */
export const shippedKeys = [
  'classic',
  'coe',
  'learning',
  'edge',
  'light',
  'security',
  'drill',
  'customer_summary',
] as const

/** As forms and REST send a section: what is left out is optional, and a new one is named after its heading. */
const EditedNeeds = z.strictObject({
  sev1: Need.default('optional'),
  sev2: Need.default('optional'),
  sev3: Need.default('optional'),
  sev4: Need.default('optional'),
  near_miss: Need.default('optional'),
})
/** A fact that is named nowhere is not asked for. */
const FactNeeds = z.strictObject({
  sev1: Need.default('hidden'),
  sev2: Need.default('hidden'),
  sev3: Need.default('hidden'),
  sev4: Need.default('hidden'),
  near_miss: Need.default('hidden'),
})
const EditedSection = z.strictObject({
  key: SectionKey.optional(),
  heading: TemplateSection.shape.heading,
  prompt: TemplateSection.shape.prompt,
  guidance: TemplateSection.shape.guidance.default(''),
  needs: EditedNeeds.prefault({}),
  facts: TemplateSection.shape.facts.default([]),
  prefill: TemplateSection.shape.prefill.default(null),
  /** Its place among the others; without one it stands where it was sent. */
  position: z.coerce.number('Write a number.').min(0).max(1_000, 'Places go up to 1,000.').nullish(),
  remove: z.stringbool().or(z.boolean()).default(false),
})

export const SaveTemplateInput = z.strictObject({
  key: TemplateKey,
  /** The newest version of the organisation's own that was seen; 0 when there was none. */
  seen: z.coerce.number('The version is missing; load the template again.').int().min(0),
  note: line({ what: 'The note', max: NOTE_MAX }),
  name: TemplateContent.shape.name,
  description: TemplateContent.shape.description.default(''),
  review: TemplateContent.shape.review,
  restricted: TemplateContent.shape.restricted.default(null),
  minutes: TemplateContent.shape.minutes.default(null),
  choose: TemplateContent.shape.choose.default([]),
  facts: z.partialRecord(z.enum(factKeys), FactNeeds).default({}),
  sections: z.array(EditedSection).min(1, 'A template needs at least one section.').max(60),
})

export const GetTemplateInput = z.strictObject({ key: TemplateKey })

export const CreateTemplateInput = z.strictObject({
  name: TemplateContent.shape.name,
  /** The template it begins as a copy of. */
  from: TemplateKey,
})

export const ReturnToShippedInput = z.strictObject({
  key: TemplateKey,
  note: optionalLine({ what: 'The note', max: NOTE_MAX }).default(''),
})

export const DeactivateTemplateInput = z.strictObject({
  key: TemplateKey,
  reason: optionalLine({ what: 'The reason', max: NOTE_MAX }).default(''),
})

const TemplateVersionOut = z.strictObject({
  origin: Origin,
  version: z.number(),
  /** Of an organisation's own: the shipped version it was written with in view. */
  basedOn: z.number().nullable(),
  note: z.string(),
  createdAt: z.string().nullable(),
  /** False where the organisation returned to the shipped one. */
  own: z.boolean(),
})

export const TemplateOut = Template.extend({
  active: z.boolean(),
  /** The newest version of the release; null for one the organisation wrote itself. */
  shipped: z.number().nullable(),
  basedOn: z.number().nullable(),
  /** A newer shipped version than the one the organisation's own was written with. */
  update: z.number().nullable(),
  seen: z.number(),
  versions: z.array(TemplateVersionOut),
})
export type TemplateOut = z.output<typeof TemplateOut>

export const GetTemplateVersionInput = z.strictObject({
  key: TemplateKey,
  origin: Origin,
  version: z.coerce.number('This number is not valid.').int().min(1).max(2_147_483_647, 'This number is not valid.'),
})
