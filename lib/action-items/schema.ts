import { z } from 'zod'
import { note, orNothing, PersonNamed, versionOf, WebUrl, wordOf } from '#lib/fields.ts'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { MechanismCode } from '#lib/incidents/fact-schema.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, optionalLine, TITLE_MAX } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import {
  commitments,
  domains,
  efforts,
  evidenceKinds,
  itemStates,
  lateness,
  priorities,
  progresses,
  purposes,
  regressionReasons,
  strengths,
} from './vocabulary.ts'

export const Priority = wordOf(priorities, 'Choose a priority.')
export const CommitmentKind = wordOf(commitments, 'Choose a commitment from the list.')
export const ProgressKind = wordOf(progresses, 'Choose a state from the list.')
const EvidenceKind = wordOf(evidenceKinds, 'Choose what kind of evidence it is.')
const RegressionReason = wordOf(regressionReasons, 'Choose why it came back.')
const number = PublicNumber
const version = versionOf('the item')
const Note = note('The note')

const fields = {
  title: line({ what: 'The title', max: TITLE_MAX }),
  doneWhen: optionalLine({ what: 'The exit criterion', max: NOTE_MAX }).default(''),
  priority: Priority,
  team: Slug,
  owner: Id.nullish(),
  dueOn: LocalDate,
  purpose: orNothing(wordOf(purposes, 'Choose a purpose from the list.')).optional(),
  domain: orNothing(wordOf(domains, 'Choose a domain from the list.')).optional(),
  strength: orNothing(wordOf(strengths, 'Choose strong, medium or weak.')).optional(),
  effort: orNothing(wordOf(efforts, 'Choose small, medium or large.')).optional(),
  mechanism: orNothing(MechanismCode).optional(),
  shownBy: optionalLine({ what: 'How it will be shown', max: NOTE_MAX }).default(''),
  /** 20 incidents answered by one item are more than anybody reads. */
  incidents: z.array(PublicNumber).max(20, 'Choose at most 20 incidents.').optional(),
  links: z
    .array(z.strictObject({ label: line({ what: 'The label', max: 80 }), url: WebUrl }))
    .max(10, 'Add at most 10 links.')
    .optional(),
}

export const ProposeInput = z.strictObject({
  ...fields,
  postmortem: PublicNumber.optional(),
  externalId: optionalLine({ what: 'The external id', max: 200 }).optional(),
  /** What it comes from besides incidents: one of these. */
  risk: PublicNumber.optional(),
  finding: Id.optional(),
  target: Id.optional(),
})
export const UpdateInput = z.strictObject({
  number,
  version,
  ...z.strictObject({ ...fields, doneWhen: fields.doneWhen.unwrap(), shownBy: fields.shownBy.unwrap() }).partial()
    .shape,
  /** Why the date moves; from the second time on it is needed. */
  reason: optionalLine({ what: 'The reason', max: NOTE_MAX }).optional(),
})

export const DecideInput = z.strictObject({
  number,
  to: CommitmentKind.exclude(['duplicate']),
  reason: Note.default(''),
  until: orNothing(LocalDate).optional(),
  approver: orNothing(Id).optional(),
  /** Of the program it is handed to. */
  program: orNothing(PublicNumber).optional(),
  /** What an accepted item needs, where it lacks it. */
  owner: orNothing(Id).optional(),
  dueOn: orNothing(LocalDate).optional(),
  doneWhen: optionalLine({ what: 'The exit criterion', max: NOTE_MAX }).optional(),
})
export const MergeInput = z.strictObject({ number, of: PublicNumber, reason: Note.default('') })

const Evidence = z.strictObject({ kind: EvidenceKind, url: orNothing(WebUrl).optional(), note: Note.default('') })
export const AdvanceInput = z.strictObject({
  number,
  to: ProgressKind,
  note: Note.default(''),
  blockedBy: orNothing(PublicNumber).optional(),
  because: orNothing(RegressionReason).optional(),
})
export const EvidenceInput = Evidence.extend({ number }).refine(({ url, note }) => url || note, {
  path: ['note'],
  message: 'Say what shows it, or link to it.',
})
export const GetActionItemInput = z.strictObject({ number })

const Excluded = z
  .string('Write what to leave out like team:edge-traffic.')
  .max(100)
  .regex(/^(state|late|priority|team|owner|purpose|strength|removes|program):\S+$/, 'Write it like team:edge-traffic.')

/** Each with the others; several values of one are alternatives. 20 are more than anybody ticks. */
const some = <T extends z.ZodType>(schema: T) => z.array(schema).max(20, 'Choose at most 20.').optional()

export const ListActionItemsInput = PageInput.extend({
  /** Words of the title. Everything else is found by search. */
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  status: z.enum(['open', 'overdue', 'closed', 'all'], 'Choose open, overdue, closed or all.').default('open'),
  state: some(wordOf(itemStates, 'Choose a state from the list.')),
  late: some(wordOf(lateness, 'Choose overdue, week or later.')),
  team: some(Slug),
  /** "none" are those that nobody owns. */
  owner: some(z.union([Id, z.literal('none')])),
  priority: some(Priority),
  commitment: CommitmentKind.optional(),
  progress: ProgressKind.optional(),
  purpose: some(wordOf(purposes, 'Choose a purpose from the list.')),
  strength: some(wordOf(strengths, 'Choose strong, medium or weak.')),
  /** A mechanism that it removes. */
  removes: some(MechanismCode),
  program: some(PublicNumber),
  postmortem: PublicNumber.optional(),
  incident: PublicNumber.optional(),
  /** That it removes, or of the incident it came from. */
  mechanism: z.string().max(40).optional(),
  dueFrom: LocalDate.optional(),
  dueUntil: LocalDate.optional(),
  /** What to leave out, like team:edge-traffic. */
  not: some(Excluded),
})
export type ItemFilter = z.output<typeof ListActionItemsInput>

const otherItem = z.strictObject({ number: z.number(), title: z.string() }).nullable()

export const ActionItemOut = z.strictObject({
  number: z.number(),
  externalId: z.string().nullable(),
  title: z.string(),
  doneWhen: z.string(),
  priority: Priority,
  purpose: wordOf(purposes, '').nullable(),
  domain: wordOf(domains, '').nullable(),
  strength: wordOf(strengths, '').nullable(),
  effort: wordOf(efforts, '').nullable(),
  mechanism: z.string().nullable(),
  shownBy: z.string(),
  team: z.strictObject({ slug: z.string(), name: z.string(), zone: z.string() }),
  owner: PersonNamed.nullable(),
  dueOn: z.string(),
  originalDueOn: z.string(),
  rescheduleCount: z.number(),
  overdue: z.boolean(),
  version: z.number(),
  createdAt: z.string(),
  postmortem: otherItem,
  /** The finding, the exposed service or the entry of the register that it was made of. */
  source: z.strictObject({ href: z.string(), label: z.string() }).nullable(),
  program: z.strictObject({ number: z.number(), name: z.string() }).nullable(),
  milestone: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  incidents: z.array(z.strictObject({ number: z.number(), title: z.string() })),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  closed: z.boolean(),
  commitment: z.strictObject({
    kind: CommitmentKind,
    reason: z.string(),
    until: z.string().nullable(),
    expired: z.boolean(),
    approver: PersonNamed.nullable(),
    duplicateOf: otherItem,
    at: z.string().nullable(),
  }),
  progress: z.strictObject({
    kind: ProgressKind,
    note: z.string(),
    blockedBy: otherItem,
    because: RegressionReason.nullable(),
    at: z.string().nullable(),
  }),
  firstDoneAt: z.string().nullable(),
  evidence: z.array(z.strictObject({ kind: EvidenceKind, url: z.string(), note: z.string(), at: z.string() })),
})
export type ActionItemOut = z.output<typeof ActionItemOut>

const Counts = z.array(z.strictObject({ value: z.string(), count: z.number() }))
/** How many there would be with each value, under all other filters. */
export const FacetsOut = z.strictObject({
  status: z.strictObject({ open: z.number(), overdue: z.number(), closed: z.number(), all: z.number() }),
  state: Counts,
  late: Counts,
  priority: Counts,
  team: Counts,
  owner: Counts,
  purpose: Counts,
  strength: Counts,
  removes: Counts,
  program: Counts,
})
