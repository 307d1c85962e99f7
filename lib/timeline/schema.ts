import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { line, optionalLine } from '#lib/text.ts'
import { Instant, Zone } from '#lib/time.ts'
import { entryKinds } from './model.ts'

export const TimelineEntryInput = z.strictObject({
  id: Id.optional(),
  at: Instant,
  zone: Zone.default('UTC'),
  kind: z.enum(Object.keys(entryKinds) as [keyof typeof entryKinds], 'Choose what kind of entry it is.'),
  // 500 characters: a line to read in a table; a longer story belongs in a section.
  text: line({ what: 'The entry', max: 500 }),
  source: optionalLine({ what: 'The source', max: 200 }).default(''),
})

export const ReplaceTimelineInput = z.strictObject({
  number: PublicNumber,
  version: z.coerce.number('The version is missing; load the incident again.').int(),
  // 500 entries: ten times the longest timeline in 242 public write-ups.
  entries: z.array(TimelineEntryInput).max(500, 'A timeline can have at most 500 entries.'),
})

export const AddTimelineEntryInput = z.strictObject({
  number: PublicNumber,
  ...TimelineEntryInput.omit({ id: true }).shape,
})
export const RemoveTimelineEntryInput = z.strictObject({ number: PublicNumber, id: Id })
