import { z } from 'zod'
import { Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, optionalLine } from '#lib/text.ts'

/** 0 carries everything else; 3 can wait until morning. */
const Tier = z.coerce
  .number('Choose a tier from 0 to 3.')
  .int('Choose a tier from 0 to 3.')
  .min(0, 'Choose a tier from 0 to 3.')
  .max(3, 'Choose a tier from 0 to 3.')

const fields = {
  name: line({ what: 'The name', max: 100 }),
  description: optionalLine({ what: 'The description', max: NOTE_MAX }).default(''),
  tier: Tier.default(2),
  /** The owning team's slug. */
  team: Slug,
}

export const CreateServiceInput = z.strictObject({ ...fields, slug: Slug.optional() })
export const UpdateServiceInput = z.strictObject({ slug: Slug, ...z.strictObject(fields).partial().shape })
export const ListServicesInput = PageInput.extend({ team: Slug.optional() })
export const GetServiceInput = z.strictObject({ slug: Slug })

export const ServiceOut = z.strictObject({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  tier: z.number(),
  team: z.strictObject({ slug: z.string(), name: z.string() }),
})
export type ServiceOut = z.output<typeof ServiceOut>
