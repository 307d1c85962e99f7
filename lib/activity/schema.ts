import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'

export const SubjectRef = z.strictObject({
  kind: z.enum(['incident', 'postmortem', 'action_item', 'program', 'risk', 'exercise', 'sweep']),
  number: PublicNumber,
})

export const ListActivityInput = PageInput.extend({
  /** Everything that happened to one record; without it, everything the actor may see. */
  about: SubjectRef.optional(),
  subjectId: Id.optional(),
})

export const ActivityOut = z.strictObject({
  id: z.string(),
  at: z.string(),
  who: z.strictObject({ id: z.string().nullable(), name: z.string(), throughToken: z.boolean() }),
  did: z.string(),
  quote: z.string(),
  /** Null when the record is not one the actor may see, or has no page. */
  subject: z.strictObject({ href: z.string(), label: z.string() }).nullable(),
})
export type ActivityOut = z.output<typeof ActivityOut>
