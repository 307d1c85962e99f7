import { z } from 'zod'
import { ActionItemOut, ListActionItemsInput } from '#lib/action-items/schema.ts'
import type { Scope } from '#lib/actor.ts'
import { exportList, type Listing, listings } from '#lib/exports/lists.ts'
import { ExportPostmortemInput, PostmortemDocument } from '#lib/exports/schema.ts'
import { exportPostmortem } from '#lib/exports/write.ts'
import { IncidentListed, ListIncidentsInput } from '#lib/incidents/schema.ts'
import { ListPostmortemsInput, PostmortemListed } from '#lib/postmortems/schema.ts'
import { localFromDate } from '#lib/time.ts'
import { route } from '../routes.ts'
import { disposition, stream, streamed } from '../stream.ts'

export const document = route('/postmortems/{number}/document', {
  GET: stream({
    name: 'postmortem.export',
    summary: 'Gives one postmortem as a file: Markdown that can be imported again, HTML to print, or JSON.',
    scope: 'postmortems:read',
    input: ExportPostmortemInput,
    output: PostmortemDocument,
    media: ['text/markdown', 'text/html', 'application/json'],
    async run(context, input) {
      const { text, filename, type } = await exportPostmortem(context, input)
      const how = input.show === 'inline' ? 'inline' : 'attachment'
      return { body: text, headers: { 'content-type': type, 'content-disposition': disposition(filename, how) } }
    },
  }),
})

export const incidents = list('incidents', {
  scope: 'incidents:read',
  filters: ListIncidentsInput,
  item: IncidentListed,
  listing: listings.incidents,
  summary: 'Gives the incidents that fit the filters as CSV or JSON, all of them.',
})
export const postmortems = list('postmortems', {
  scope: 'postmortems:read',
  filters: ListPostmortemsInput,
  item: PostmortemListed,
  listing: listings.postmortems,
  summary: 'Gives the postmortems that fit the filters as CSV or JSON, all of them.',
})
export const actionItems = list('action-items', {
  scope: 'action-items:read',
  filters: ListActionItemsInput,
  item: ActionItemOut,
  listing: listings['action-items'],
  summary: 'Gives the action items that fit the filters as CSV or JSON, all of them.',
})

type Given<Item> = {
  scope: Scope
  summary: string
  filters: z.ZodObject
  item: z.ZodType<Item>
  listing: Listing<Item>
}

function list<Item>(kind: keyof typeof listings, { scope, summary, filters, item, listing }: Given<Item>) {
  const input = filters
    .omit({ cursor: true, limit: true })
    .extend({ format: z.enum(['csv', 'json'], 'Choose csv or json.').default('csv') })
  return route(`/exports/${kind}`, {
    GET: stream({
      name: `export.${kind.replace('-', '_')}`,
      summary,
      scope,
      input,
      limit: 'export',
      output: z.strictObject({ items: z.array(item) }),
      media: ['text/csv', 'application/json'],
      async run(context, { format, ...given }) {
        const pieces = exportList(context, { listing, filters: given, format: format === 'json' ? 'json' : 'csv' })
        const type = format === 'json' ? 'application/json' : 'text/csv; charset=utf-8'
        const filename = `${kind}-${localFromDate(context.now)}.${format}`
        return {
          body: streamed(pieces),
          headers: { 'content-type': type, 'content-disposition': disposition(filename) },
        }
      },
    }),
  })
}
