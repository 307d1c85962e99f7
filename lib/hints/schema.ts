import { z } from 'zod'
import { ruleById } from '#lib/blameless/packs.ts'
import { Id, PublicNumber } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, optionalLine } from '#lib/text.ts'

const RuleId = z
  .string('Name the rule.')
  .max(60, 'There is no such rule.')
  .refine((id) => ruleById.has(id), 'There is no such rule.')

/** 100: longer than any section key of a template; `title` is the title. */
const SectionKey = z.string('Name the section.').min(1, 'Name the section.').max(100, 'There is no such section.')

/** The digest that lib/blameless/dismissed.ts makes of the words. The words themselves stay in the browser. */
const Mark = z.string('Give the digest of the words.').regex(/^[0-9a-f]{16}$/, 'That is not a digest of words.')
const about = { section: SectionKey, rule: RuleId, mark: Mark }

export const DismissHintInput = z.strictObject({
  number: PublicNumber,
  ...about,
  reason: optionalLine({ what: 'The reason', max: NOTE_MAX }).default(''),
})
/** By its id, or by what it is about: whoever dismissed it a moment ago has not heard its id. */
export const BringBackHintInput = z
  .strictObject({ number: PublicNumber, id: Id.optional(), ...z.strictObject(about).partial().shape })
  .refine(({ id, section, rule, mark }) => id ?? (section && rule && mark), {
    path: ['id'],
    message: 'Name the dismissal by its id, or by its section, rule and digest.',
  })
export const ListDismissalsInput = PageInput.extend({ number: PublicNumber })

/** 200 characters: more than any rule can match. */
const PHRASE_MAX = 200
export const DismissForEveryoneInput = z.strictObject({
  rule: RuleId,
  phrase: optionalLine({ what: 'The phrase', max: PHRASE_MAX }).default(''),
  reason: line({ what: 'The reason', max: NOTE_MAX }),
})
export const ReturnToEveryoneInput = z.strictObject({ id: Id })
export const ListExceptionsInput = PageInput

export const DismissalOut = z.strictObject({
  id: z.string(),
  section: z.string(),
  rule: z.string(),
  mark: z.string(),
  reason: z.string(),
  dismissedAt: z.string(),
})
export type DismissalOut = z.output<typeof DismissalOut>

export const ExceptionOut = z.strictObject({
  id: z.string(),
  rule: z.string(),
  phrase: z.string(),
  reason: z.string(),
  addedAt: z.string(),
  addedBy: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
})
export type ExceptionOut = z.output<typeof ExceptionOut>
