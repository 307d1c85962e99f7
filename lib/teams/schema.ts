import { z } from 'zod'
import { Id, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, optionalLine } from '#lib/text.ts'
import { Zone } from '#lib/time.ts'

const fields = {
  name: line({ what: 'The name', max: 100 }),
  description: optionalLine({ what: 'The description', max: NOTE_MAX }),
  /** Due dates of the team's action items end with the day in this zone. */
  zone: Zone,
}

export const TeamRole = z.enum(['owner', 'editor', 'viewer'], 'Choose a role.')
export type TeamRole = z.output<typeof TeamRole>

export const TeamInput = z.strictObject({ slug: Slug })
export const CreateTeamInput = z.strictObject({
  ...fields,
  description: fields.description.default(''),
  slug: Slug.optional(),
})
export const UpdateTeamInput = z.strictObject({ slug: Slug, ...z.strictObject(fields).partial().shape })
export const SetMemberInput = z.strictObject({
  slug: Slug,
  person: Id,
  /** `none` takes them out of the team. */
  role: z.enum([...TeamRole.options, 'none'], 'Choose a role.'),
})
export const ListTeamsInput = PageInput

export const TeamOut = z.strictObject({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  zone: z.string(),
  members: z.number(),
  services: z.number(),
})
export type TeamOut = z.output<typeof TeamOut>

export const TeamMemberOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  role: TeamRole,
  active: z.boolean(),
})
export type TeamMemberOut = z.output<typeof TeamMemberOut>

export const TeamWithMembersOut = TeamOut.omit({ members: true }).extend({ members: z.array(TeamMemberOut) })
export type TeamWithMembersOut = z.output<typeof TeamWithMembersOut>
