import { z } from 'zod'
import { SubjectRef } from '#lib/activity/schema.ts'
import { PageInput } from '#lib/page.ts'

export const WatchInput = SubjectRef
export const ListWatchedInput = PageInput
export const WatchOut = z.strictObject({ watching: z.boolean() })

export const WatchedOut = z.strictObject({
  kind: SubjectRef.shape.kind,
  number: z.number(),
  since: z.string(),
  subject: z.strictObject({ href: z.string(), label: z.string() }),
})
export type WatchedOut = z.output<typeof WatchedOut>
