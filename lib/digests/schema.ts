import { z } from 'zod'
import { isQuietAt, paces } from './model.ts'

const Hour = z.coerce
  .number('Choose an hour.')
  .int('Choose an hour.')
  .min(0, 'Choose an hour.')
  .max(23, 'Choose an hour.')
const Pace = z.enum(paces, 'Choose how often.')

export const SetMailInput = z
  .strictObject({
    pace: Pace,
    hour: Hour,
    quietFrom: Hour,
    quietUntil: Hour,
    /** To hear on Mondays what the week before brought. */
    weekly: z.stringbool().or(z.boolean()).default(false),
  })
  .refine(({ pace, hour, ...quiet }) => pace === 'never' || !isQuietAt(hour, quiet), {
    path: ['hour'],
    error: 'This is within your quiet hours. Choose another hour, or change when it is quiet.',
  })

export const MailOut = z.strictObject({
  pace: Pace,
  hour: z.number(),
  quietFrom: z.number(),
  quietUntil: z.number(),
  weekly: z.boolean(),
})
export type MailOut = z.output<typeof MailOut>
