import { z } from 'zod'
import { Id, Slug } from '#lib/ids.ts'
import { line } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import { type Side, severityNames, sideNames } from './model.ts'

const SeverityName = z.enum(Object.keys(severityNames) as [keyof typeof severityNames], 'Choose a severity.')
const SideName = z.enum(sideNames as [Side], 'Choose where an approval must come from.')

/** A year and a half year: beyond that a date is no deadline. */
const days = (what: string, max: number) =>
  z.coerce
    .number(`${what} must be a number of days.`)
    .int(`${what} must be whole days.`)
    .min(1, `${what} is at least one day.`)
    .max(max, `${what} is at most ${max} days.`)

export const NoInput = z.strictObject({})

export const RulePlace = z.strictObject({
  severity: SeverityName,
  /** Without it, the rule is everybody's. */
  team: Slug.nullish(),
})

export const SetRuleInput = RulePlace.extend({
  approvals: z.coerce
    .number('Say how many approvals.')
    .int()
    .min(0, 'At least none.')
    .max(5, 'More than 5 approvals would hold everything up.'),
  fromEach: z.array(SideName).max(3).default([]),
  draftDays: days('The time to draft', 180),
  publishDays: days('The time to publish', 365),
  businessDays: z.stringbool().or(z.boolean()),
}).check(({ value: { approvals, fromEach, draftDays, publishDays }, issues }) => {
  if (publishDays < draftDays)
    issues.push({
      code: 'custom',
      input: publishDays,
      path: ['publishDays'],
      message: 'It cannot be published before it is drafted.',
    })
  if (fromEach.length > 0 && approvals === 0)
    issues.push({ code: 'custom', input: approvals, path: ['approvals'], message: 'Ask for at least one approval.' })
})

export const RuleOut = z.strictObject({
  severity: SeverityName,
  team: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  /** Whether an administrator set it; otherwise the release did. */
  edited: z.boolean(),
  approvals: z.number(),
  fromEach: z.array(SideName),
  draftDays: z.number(),
  publishDays: z.number(),
  businessDays: z.boolean(),
  says: z.string(),
})
export type RuleOut = z.output<typeof RuleOut>
export const RulesOut = z.strictObject({ rules: z.array(RuleOut) })

export const AddHolidayInput = z.strictObject({
  on: LocalDate,
  name: line({ what: 'The name', max: 100 }),
  team: Slug.nullish(),
})
export const RemoveHolidayInput = z.strictObject({ id: Id })
export const HolidayOut = z.strictObject({
  id: z.string(),
  on: z.string(),
  name: z.string(),
  team: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
})
export type HolidayOut = z.output<typeof HolidayOut>
export const HolidaysOut = z.strictObject({ holidays: z.array(HolidayOut) })
