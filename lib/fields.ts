import { z } from 'zod'
import { NOTE_MAX, prose } from './text.ts'

/** A word of a closed list, by its code. */
export const wordOf = <T extends object>(words: T, message?: string) =>
  z.enum(Object.keys(words) as [keyof T & string], message)

/** An empty field of a form says nothing. */
export const orNothing = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal(''), schema])
    .nullable()
    .transform((value) => (value === '' ? null : value))

export const note = (what: string) => prose({ what, max: NOTE_MAX }).transform((text) => text.trim())

/** Which version a form was loaded with; `of` completes "load … again". */
export const versionOf = (of: string) => z.coerce.number(`The version is missing; load ${of} again.`).int()

/** 2,000 characters: the longest dashboard addresses we met carry their query along. */
export const WebUrl = z.url({ protocol: /^https?$/, error: 'Write an address that begins with https://.' }).max(2_000)

/** Half a year is longer than any target anybody wrote down. */
export const TargetMinutes = z.coerce
  .number('Write whole minutes.')
  .int('Write whole minutes.')
  .min(0, 'Write whole minutes.')
  .max(262_800, 'Write at most half a year of minutes.')

/** 30 of each: more than anybody reads on one entry. */
export const some = <T extends z.ZodType>(one: T, what: string) => z.array(one).max(30, `Choose at most 30 ${what}.`)

// How the people, places and records that something names leave with it.
export const PersonNamed = z.strictObject({ id: z.string(), name: z.string() })
export const PlaceNamed = z.strictObject({ slug: z.string(), name: z.string() })
export const RecordNamed = z.strictObject({ number: z.number(), title: z.string() })
