import { z } from 'zod'
import { Id, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, optionalLine } from '#lib/text.ts'
import { type ListName, lists } from './model.ts'

/** 2,000: an address browsers, proxies and mail programmes all carry. */
export const Query = z
  .string('Give the filters as they stand in the address.')
  .max(2_000, 'These are too many filters for one view.')

const listNames = Object.keys(lists) as [ListName]
const SavedList = z.enum(listNames, 'Choose a list that has views.')

const Sharing = z.enum(['me', 'team', 'everyone'], 'Share it with nobody, a team or everyone.')

const fields = {
  list: SavedList,
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
/** Those of one list, or of all. Words are looked for in their names. */
export const ListViewsInput = PageInput.extend({
  list: SavedList.optional(),
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
})
/** In the address of a list: the view it is shown by. */
export const ListedByInput = z.strictObject({ view: Id.optional() })
export const RemoveViewInput = z.strictObject({ id: Id })
/** Without one, the list begins as it does for everybody. */
export const BeginWithViewInput = z.strictObject({ view: Id.nullish() })

export const ViewOut = z.strictObject({
  id: z.string(),
  list: SavedList,
  name: z.string(),
  query: z.string(),
  sharing: Sharing,
  team: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  /** Whether the list begins with it, for whoever asks. */
  isDefault: z.boolean(),
})
export type ViewOut = z.output<typeof ViewOut>
