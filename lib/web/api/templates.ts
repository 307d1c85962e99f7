import { z } from 'zod'
import { listTemplates } from '#lib/templates/queries.ts'
import { Template } from '#lib/templates/schema.ts'
import { list } from '../operation.ts'
import { route } from '../routes.ts'

export const templates = route('/templates', {
  GET: list({
    name: 'template.list',
    summary: 'Lists the templates a postmortem can be begun from, with their sections.',
    scope: 'postmortems:read',
    input: z.strictObject({}),
    item: Template,
    run: async (work) => ({ items: await listTemplates(work), nextCursor: null }),
  }),
})
