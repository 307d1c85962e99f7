import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { line, optionalLine } from '#lib/text.ts'
import { Instant, LocalDate, Zone } from '#lib/time.ts'
import { entryKinds } from './model.ts'

/** 500 entries: ten times the longest timeline in 242 public write-ups. */
export const LINES_MAX = 500
const tooMany = `A timeline can have at most ${LINES_MAX} entries.`

const Kind = z.enum(Object.keys(entryKinds) as [keyof typeof entryKinds], 'Choose what kind of entry it is.')

const fields = {
  kind: Kind,
  // 500 characters: a line to read in a table; a longer story belongs in a section.
  text: line({ what: 'The entry', max: 500 }),
  source: optionalLine({ what: 'The source', max: 200 }).default(''),
}

export const TimelineEntryInput = z.strictObject({
  id: Id.optional(),
  at: Instant,
  zone: Zone.default('UTC'),
  ...fields,
})

export const ReplaceTimelineInput = z.strictObject({
  number: PublicNumber,
  version: z.coerce.number('The version is missing; load the incident again.').int(),
  entries: z.array(TimelineEntryInput).max(LINES_MAX, tooMany),
})

/** As people type it: `14:02`, `+5m`, `2026-11-20 14:02`, or a full ISO time. */
const TypedTime = line({ what: 'The time', max: 40 })

const typed = {
  at: TypedTime,
  /** Where a time without its distance from UTC is read; without it, in the incident's own zone. */
  zone: Zone.optional(),
  ...fields,
}

export const AddTimelineEntryInput = z.strictObject({
  number: PublicNumber,
  ...typed,
  /** The day a bare clock time is meant on; without it, the one nearest to what is known of the incident. */
  day: LocalDate.nullish(),
})

export const AddTimelineEntriesInput = z.strictObject({
  number: PublicNumber,
  entries: z.array(z.strictObject(typed)).min(1, 'Give at least one entry.').max(LINES_MAX, tooMany),
})

export const EditTimelineEntryInput = z.strictObject({
  number: PublicNumber,
  id: Id,
  ...typed,
  /** The line as it stood when somebody began to change it: lines are changed by several people at once. */
  seen: z.strictObject({ at: Instant, kind: z.string().max(40), text: z.string().max(500) }),
})

export const RemoveTimelineEntryInput = z.strictObject({ number: PublicNumber, id: Id })

/** The event that says what was removed. */
export const RestoreTimelineEntryInput = z.strictObject({ number: PublicNumber, event: Id })

export const PasteInput = z.object({
  // 500 lines of 500 characters, and as much again for what will turn out not to belong.
  pasted: z.string().trim().min(1, 'Paste some lines first.').max(500_000, 'These are too many lines to read at once.'),
  day: z.union([LocalDate, z.literal('')]).optional(),
})

export type PasteState = {
  pasted: string
  day?: string
  problem?: string
  lines: { number: number; at: string; text: string; problem?: string; newDay: boolean; back: boolean }[]
  left: number
}
