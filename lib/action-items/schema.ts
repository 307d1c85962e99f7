import { z } from 'zod'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, optionalLine, prose, TITLE_MAX } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import { outcomes, priorities } from './model.ts'

export const Priority = z.enum(Object.keys(priorities) as [keyof typeof priorities], 'Choose a priority.')
export const Outcome = z.enum(Object.keys(outcomes) as [keyof typeof outcomes], 'Say whether it is done or dropped.')
const number = PublicNumber
const version = z.coerce.number('The version is missing; load the item again.').int()

const fields = {
  title: line({ what: 'The title', max: TITLE_MAX }),
  doneWhen: optionalLine({ what: 'The exit criterion', max: NOTE_MAX }).default(''),
  priority: Priority,
  team: Slug,
  owner: Id.nullish(),
  dueOn: LocalDate,
}

export const ProposeInput = z.strictObject({
  ...fields,
  postmortem: PublicNumber.optional(),
  externalId: optionalLine({ what: 'The external id', max: 200 }).optional(),
})
export const UpdateInput = z.strictObject({
  number,
  version,
  ...z.strictObject({ ...fields, doneWhen: fields.doneWhen.unwrap() }).partial().shape,
})
export const CloseInput = z.strictObject({
  number,
  outcome: Outcome,
  note: prose({ what: 'The note', max: NOTE_MAX }).refine(
    (note) => note.trim(),
    'Say what shows that it is done, or why it is dropped.',
  ),
})
export const ReopenInput = z.strictObject({ number, reason: line({ what: 'The reason', max: NOTE_MAX }) })
export const GetActionItemInput = z.strictObject({ number })

export const ListActionItemsInput = PageInput.extend({
  /** Words of the title. Everything else is found by search. */
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  status: z.enum(['open', 'overdue', 'closed', 'all'], 'Choose open, overdue, closed or all.').default('open'),
  team: Slug.optional(),
  owner: Id.optional(),
  priority: z.array(Priority).max(4).optional(),
  postmortem: PublicNumber.optional(),
  /** Of the incident it came from. */
  mechanism: z.string().max(40).optional(),
})

export const ActionItemOut = z.strictObject({
  number: z.number(),
  externalId: z.string().nullable(),
  title: z.string(),
  doneWhen: z.string(),
  priority: Priority,
  team: z.strictObject({ slug: z.string(), name: z.string(), zone: z.string() }),
  owner: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  dueOn: z.string(),
  originalDueOn: z.string(),
  overdue: z.boolean(),
  version: z.number(),
  createdAt: z.string(),
  postmortem: z.strictObject({ number: z.number(), title: z.string() }).nullable(),
  closure: z.strictObject({ outcome: Outcome, note: z.string(), closedAt: z.string() }).nullable(),
})
export type ActionItemOut = z.output<typeof ActionItemOut>
