import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { milestoneNames } from '#lib/incidents/model.ts'
import { PageInput } from '#lib/page.ts'
import { line, optionalLine, prose } from '#lib/text.ts'
import { Instant, LocalDate, Zone } from '#lib/time.ts'
import { type EntryKind, entryKinds, precisions } from './model.ts'
import type { HeardTranscript } from './transcripts/hear.ts'

/** 500 entries: ten times the longest timeline in 242 public write-ups. */
export const LINES_MAX = 500
const tooMany = `A timeline can have at most ${LINES_MAX} entries.`

export const EntryKindName = z.enum(
  Object.keys(entryKinds) as [keyof typeof entryKinds],
  'Choose what kind of entry it is.',
)
export const PrecisionName = z.enum(Object.keys(precisions) as [keyof typeof precisions], 'Say how exact the time is.')
const MilestoneName = z.enum(milestoneNames as [(typeof milestoneNames)[number]], 'Choose a milestone.')

/** Where somebody can look for themselves: a message, a graph, a log. */
const Link = optionalLine({ what: 'The link', max: 2_000 })
  .default('')
  .refine((text) => text === '' || isWebAddress(text), 'Write a link that begins with https:// or http://.')

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)
}

// 80 characters: a role, not a person's name and title.
const Role = optionalLine({ what: 'The role', max: 80 }).default('')

const fields = {
  kind: EntryKindName,
  // 500 characters: a line to read in a table; a longer story belongs in a section.
  text: line({ what: 'The entry', max: 500 }),
  source: optionalLine({ what: 'The source', max: 200 }).default(''),
  role: Role,
  link: Link,
}

export const TimelineEntryInput = z.strictObject({
  id: Id.optional(),
  at: Instant,
  zone: Zone.default('UTC'),
  precision: PrecisionName.default('minute'),
  spreadMinutes: z.int().min(1).max(1_440, 'Say how uncertain it is in minutes, up to 1,440.').nullish(),
  latestAt: Instant.nullish(),
  knownAt: Instant.nullish(),
  /** Marks the entry that a milestone stands on; the milestone's own time is a fact of the incident. */
  milestone: MilestoneName.nullish(),
  ...fields,
})

export const ReplaceTimelineInput = z.strictObject({
  number: PublicNumber,
  version: z.coerce.number('The version is missing; load the incident again.').int(),
  entries: z.array(TimelineEntryInput).max(LINES_MAX, tooMany),
})

/** As people type it: `14:02`, `+5m`, `~14:02`, `14:02..14:20`, `2026-11-20 14:02`, or a full ISO time. */
const TypedTime = line({ what: 'The time', max: 80 })

const typed = {
  at: TypedTime,
  /** Where a time without its distance from UTC is read; without it, in the incident's own zone. */
  zone: Zone.optional(),
  /** When responders learned it, where that was later: `14:20`, or `+5m` after it happened. */
  knownAt: optionalLine({ what: 'When it was known', max: 80 }).default(''),
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
  /** Why the time is put right. With it, the time that stood before is kept beside the new one. */
  correction: optionalLine({ what: 'The reason', max: 300 }).default(''),
  /** The line as it stood when somebody began to change it: lines are changed by several people at once. */
  seen: z.strictObject({ at: Instant, kind: z.string().max(40), text: z.string().max(500) }),
})

export const RemoveTimelineEntryInput = z.strictObject({ number: PublicNumber, id: Id })

/** The event that says what was removed. */
export const RestoreTimelineEntryInput = z.strictObject({ number: PublicNumber, event: Id })

export const MarkMilestoneInput = z.strictObject({
  number: PublicNumber,
  version: z.coerce.number('The version is missing; load the incident again.').int(),
  id: Id,
  /** None takes the mark away; the milestone's time stays. */
  milestone: MilestoneName.nullish(),
})

export const PasteInput = z.object({
  // 500 lines of 500 characters, and as much again for what will turn out not to belong.
  pasted: z.string().trim().min(1, 'Paste some lines first.').max(500_000, 'These are too many lines to read at once.'),
  day: z.union([LocalDate, z.literal('')]).optional(),
})

export type PasteState = {
  pasted: string
  day?: string
  problem?: string
  lines: {
    number: number
    at: string
    text: string
    kind: EntryKind
    problem?: string
    newDay: boolean
    back: boolean
  }[]
  left: number
}

/** 2,000 messages: a busy channel over two days. One who has more chooses the hours that matter. */
export const EVIDENCE_MAX = 2_000
/** 10,000 characters: more than any chat program lets one message hold; what is longer goes on in the next. */
export const EVIDENCE_TEXT_MAX = 10_000
/** 300,000 characters: in Chinese that is 900 kB, and a form or a body of JSON may have 1 MB. */
export const TRANSCRIPT_MAX = 300_000

const Renamed = z.strictObject({
  name: line({ what: 'The name', max: 200 }),
  role: Role,
})

export const GatherEvidenceInput = z.strictObject({
  number: PublicNumber,
  transcript: prose({ what: 'The transcript', max: TRANSCRIPT_MAX, min: 1 }).refine(
    (text) => text.trim(),
    'Paste a transcript first.',
  ),
  /** Chat programs show times in the zone of whoever copied them. Without it, the incident's. */
  zone: Zone.optional(),
  /** The day of the first line, where the transcript does not say. */
  day: z.union([LocalDate, z.literal('')]).nullish(),
  /** Whether 6/9 is in September or in June, where the transcript leaves it open. */
  dates: z.union([z.enum(['day_first', 'month_first']), z.literal('')]).nullish(),
  /** Roles for the names in it. Only with `rename` are they used, and then the names are not kept. */
  names: z.array(Renamed).max(300, 'Give roles for at most 300 names.').default([]),
  rename: z.stringbool().or(z.boolean()).default(false),
})

export const EvidenceOut = z.strictObject({
  id: z.string(),
  gathering: z.string(),
  at: z.string().nullable(),
  precision: PrecisionName,
  zone: z.string(),
  kind: z.string(),
  speaker: z.string(),
  role: z.string(),
  text: z.string(),
  link: z.string(),
  origin: z.string(),
  problem: z.string(),
  /** The entry that tells it in the story. */
  entry: z.string().nullable(),
})
export type EvidenceOut = z.output<typeof EvidenceOut>

export const GatheredOut = z.strictObject({
  number: z.number(),
  /** Names this gathering, so that it can be taken out again as one. */
  gathering: z.string(),
  format: z.string(),
  gathered: z.number(),
  /** Lines whose time could not be read: kept, each with the reason. */
  unread: z.number(),
})

export const BringInEvidenceInput = z.strictObject({
  number: PublicNumber,
  id: Id,
  kind: EntryKindName.optional(),
  /** How the story words it; without it, as the evidence does. */
  text: optionalLine({ what: 'The entry', max: 500 }).optional(),
  /** Needed where the evidence has no time that could be read. */
  at: optionalLine({ what: 'The time', max: 80 }).optional(),
})

export const SetAsideEntryInput = RemoveTimelineEntryInput

/** One line, or all that were brought in together. Told ones stay. */
export const DiscardEvidenceInput = z.strictObject({
  number: PublicNumber,
  gathering: Id,
  line: Id.optional(),
})

export const DiscardedOut = z.strictObject({ number: z.number(), discarded: z.number(), kept: z.number() })

export const RemovedEntryOut = z.strictObject({
  /** Restoring names this. */
  event: z.string(),
  at: z.string(),
  zone: z.string(),
  kind: z.string(),
  text: z.string(),
  removedAt: z.string(),
})
export type RemovedEntryOut = z.output<typeof RemovedEntryOut>

export const ListEvidenceInput = PageInput.extend({
  number: PublicNumber,
  /** Words of the text. */
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  /** Only what the timeline does not tell yet, or only what it tells. */
  told: z.enum(['yes', 'no'], 'Say yes or no.').optional(),
})

export const ListRemovedEntriesInput = z.strictObject({ number: PublicNumber })

/** How a transcript would be read, on its way back into the form that asked. */
export type TranscriptState = {
  given: { transcript: string; zone?: string; day?: string; dates?: string }
  problem?: string
  heard?: Omit<HeardTranscript, 'items'>
  /** Times as the chosen clock shows them; empty where none could be read. */
  items?: (Omit<HeardTranscript['items'][number], 'at'> & { at: string })[]
  /** What was understood, in sentences. */
  words?: { readAs: string; unread: string; asides: string; shown: string }
}
