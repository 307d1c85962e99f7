import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { NOTE_MAX, prose, SECTION_MAX } from '#lib/text.ts'
import { threadStates } from './model.ts'

/** A comment longer than two pages is a section of its own. */
const COMMENT_MAX = 4_000
/** Words to talk about, not a chapter: what is quoted is kept with the thread. */
export const QUOTE_MAX = 4_000

const Words = prose({ what: 'The comment', max: COMMENT_MAX }).refine(
  (text) => text.trim(),
  'Write what you want to say.',
)
const Offset = z.coerce.number().int().min(0).max(SECTION_MAX)
const Thread = z.strictObject({ number: PublicNumber, thread: Id })

export const StartThreadInput = z
  .strictObject({
    number: PublicNumber,
    section: z.string().min(1, 'Say which section it is about.').max(40, 'There is no such section.'),
    text: prose({ what: 'The comment', max: COMMENT_MAX }).default(''),
    /** The words it is about, as they stand in the section. Without them it is about the section as a whole. */
    quote: prose({ what: 'The quote', max: QUOTE_MAX }).default(''),
    /** Where they stand, in that version of the section: an editor knows. Otherwise they are looked for. */
    version: z.coerce.number().int().min(0).nullish(),
    from: Offset.nullish(),
    to: Offset.nullish(),
    /** What should stand there instead. Empty proposes to leave the words out. */
    replacement: prose({ what: 'The suggestion', max: QUOTE_MAX }).nullish(),
  })
  .refine(({ text, replacement }) => text.trim() || replacement != null, {
    path: ['text'],
    message: 'Write what you want to say.',
  })

export const ReplyInput = Thread.extend({ text: Words })
export const ThreadInput = Thread
export const DeclineInput = Thread.extend({ note: prose({ what: 'The reason', max: NOTE_MAX }).default('') })
export const RewordInput = z.strictObject({ number: PublicNumber, comment: Id, text: Words })
export const TakeBackInput = z.strictObject({ number: PublicNumber, comment: Id })

export const ListThreadsInput = PageInput.extend({
  number: PublicNumber,
  section: z.string().max(40).optional(),
  state: z.enum(['open', 'closed', 'all']).default('all'),
})

const Person = z.strictObject({ id: z.string(), name: z.string() })

export const CommentOut = z.strictObject({
  id: z.string(),
  person: Person,
  /** Null when its writer took it back. */
  text: z.string().nullable(),
  writtenAt: z.string(),
  editedAt: z.string().nullable(),
  /** Former wordings, oldest first; of what was taken back, none. */
  earlier: z.array(z.strictObject({ text: z.string(), writtenAt: z.string() })),
})
export type CommentOut = z.output<typeof CommentOut>

export const ThreadOut = z.strictObject({
  id: z.string(),
  section: z.string(),
  quote: z.string(),
  /** Where the words stand in the section's current version; null when it is about the whole, or they are gone. */
  place: z.strictObject({ version: z.number(), from: z.number(), to: z.number() }).nullable(),
  /** The words it was about are no longer in the text. */
  gone: z.boolean(),
  state: z.enum(Object.keys(threadStates) as [keyof typeof threadStates]),
  replacement: z.string().nullable(),
  startedAt: z.string(),
  resolution: z.strictObject({ person: Person.nullable(), at: z.string(), note: z.string() }).nullable(),
  comments: z.array(CommentOut),
})
export type ThreadOut = z.output<typeof ThreadOut>
