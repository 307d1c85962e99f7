import { z } from 'zod'
import { note, PlaceNamed, WebUrl } from '#lib/fields.ts'
import { PublicNumber, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'

const number = PublicNumber
const Mark = z.enum(['open', 'done', 'not_applicable'], 'Choose done, does not apply or not yet.')
const State = z.enum(['open', 'finished', 'abandoned'])

export const StartChecklistInput = z.strictObject({ guide: Slug, service: Slug })
export const GetChecklistInput = z.strictObject({ number })
export const MarkItemInput = z.strictObject({
  number,
  /** Its PlaceNamed in the list, from 1. */
  item: PublicNumber,
  mark: Mark,
  note: note('The note').default(''),
  url: z.union([z.literal(''), WebUrl]).default(''),
})
export const FinishChecklistInput = z.strictObject({ number, note: note('The note').default('') })
export const AbandonChecklistInput = z.strictObject({
  number,
  reason: note('The reason').pipe(z.string().min(1, 'Say why, for whoever starts it again.')),
})
export const ListChecklistsInput = PageInput.extend({
  guide: Slug.optional(),
  service: Slug.optional(),
  state: z.enum([...State.options, 'all'], 'Choose open, finished, abandoned or all.').default('all'),
})

export const ChecklistListed = z.strictObject({
  number: z.number(),
  guide: z.strictObject({ slug: z.string(), title: z.string() }),
  service: PlaceNamed.extend({ team: PlaceNamed }),
  state: State,
  items: z.number(),
  open: z.number(),
  by: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type ChecklistListed = z.output<typeof ChecklistListed>

const Said = z.strictObject({ mark: Mark, note: z.string(), url: z.string(), by: z.string(), at: z.string() })

export const ChecklistOut = ChecklistListed.omit({ items: true }).extend({
  items: z.array(
    z.strictObject({
      item: z.number(),
      text: z.string(),
      mark: Mark,
      /** What was said of it, the newest first. */
      said: z.array(Said),
    }),
  ),
  /** What the guide asks since it was started, and what it no longer asks. */
  added: z.array(z.string()),
  gone: z.array(z.string()),
  endNote: z.string(),
  endedBy: z.string().nullable(),
})
export type ChecklistOut = z.output<typeof ChecklistOut>
