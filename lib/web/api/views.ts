import { beginWithView } from '#lib/views/begin-with.ts'
import { listViews } from '#lib/views/queries.ts'
import { removeView } from '#lib/views/remove.ts'
import { saveView } from '#lib/views/save.ts'
import { ListViewsInput, ViewOut } from '#lib/views/schema.ts'
import { updateView } from '#lib/views/update.ts'
import { endpoint, list } from '../operation.ts'
import { route } from '../routes.ts'

export const views = route('/views', {
  GET: list({
    name: 'view.list',
    summary: 'Lists the views you may use, by name.',
    scope: 'views:read',
    input: ListViewsInput,
    item: ViewOut,
    run: listViews,
  }),
  POST: endpoint(saveView, {
    example: {
      list: 'action_items',
      name: 'Late P1',
      query: 'status=overdue&priority=p1&by=team',
      sharing: 'everyone',
    },
  }),
})

export const view = route('/views/{id}', {
  PATCH: endpoint(updateView, { example: { name: 'Late P0 and P1', query: 'status=overdue&priority=p0&priority=p1' } }),
  DELETE: endpoint(removeView),
})

export const beginning = route('/views/beginning', {
  PUT: endpoint(beginWithView, { example: { view: '01890a5d-ac96-774b-bcce-b302099a8057' } }),
})
