import { z } from 'zod'
import { Id, Slug } from '#lib/ids.ts'
import { line } from '#lib/text.ts'
import { tidyQuery } from './model.ts'

/** 2,000: an address browsers, proxies and mail programmes all carry. */
const Query = z
  .string('Give the filters as they stand in the address.')
  .max(2_000, 'These are too many filters for one view.')
  .transform(tidyQuery)

const Sharing = z.enum(['me', 'team', 'everyone'], 'Share it with nobody, a team or everyone.')

const fields = {
  name: line({ what: 'The name', max: 80 }),
  query: Query,
  sharing: Sharing.default('me'),
  team: z
    .union([z.literal(''), Slug])
    .nullish()
    .transform((value) => value || null),
}

export const SaveViewInput = z.strictObject(fields)
export const UpdateViewInput = z.strictObject({
  id: Id,
  name: fields.name.optional(),
  query: Query.optional(),
  sharing: Sharing.optional(),
  team: fields.team,
})
export const RemoveViewInput = z.strictObject({ id: Id })
/** Without one, the list begins as it does for everybody. */
export const BeginWithViewInput = z.strictObject({ view: Id.nullish() })

export const ViewOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  sharing: Sharing,
  team: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  /** Whether the list begins with it, for whoever asks. */
  isDefault: z.boolean(),
})
export type ViewOut = z.output<typeof ViewOut>
