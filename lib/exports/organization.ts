import { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'

const Counts = z.strictObject({ postmortems: z.int().min(0), restricted: z.int().min(0) })

/** Says that everything leaves, before any of it does: the log of an export that broke off is an export. */
export const exportOrganization = command({
  name: 'organization.export',
  summary: 'Notes that all documents are exported as files, and how many of them are restricted.',
  scope: 'admin:write',
  input: Counts,
  output: Counts,
  subject: async () => null,
  may: (actor) => can(actor, 'export', 'organization'),
  run: async ({ now }, { input }) => ({
    value: input,
    events: [happened('organization.exported', newId(now), input)],
  }),
})
