import { command } from '#lib/command.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { ORGANIZATION_ID } from './model.ts'
import { presentOrganization } from './present.ts'
import { OrganizationOut, UpdateOrganizationInput } from './schema.ts'

export const updateOrganization = command({
  name: 'organization.update',
  summary: 'Changes the name or the time zone of the organization.',
  scope: 'admin:write',
  input: UpdateOrganizationInput,
  output: OrganizationOut,
  subject: async ({ db }) => {
    await db.$queryRaw`select 1 from "Organization" where "id" = 1 for update`
  },
  may: (actor) => can(actor, 'edit', 'organization'),
  async run({ db }, { input }) {
    const data = defined(input)
    const row = await db.organization.update({ where: { id: 1 }, data })
    return {
      value: presentOrganization(row),
      events: [happened('organization.updated', ORGANIZATION_ID, { changed: Object.keys(data) })],
    }
  },
})
