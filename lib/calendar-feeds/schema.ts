import { z } from 'zod'
import { Id } from '#lib/ids.ts'
import { line } from '#lib/text.ts'
import { Query } from '#lib/views/schema.ts'

export const CreateFeedInput = z.strictObject({
  name: line({ what: 'The name', max: 80 }),
  query: Query,
})
export const RevokeFeedInput = z.strictObject({ id: Id })

export const FeedOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type FeedOut = z.output<typeof FeedOut>
