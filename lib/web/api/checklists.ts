import { abandonChecklist, finishChecklist } from '#lib/checklists/end.ts'
import { markItem } from '#lib/checklists/mark-item.ts'
import { getChecklist, listChecklists } from '#lib/checklists/queries.ts'
import { ChecklistListed, ChecklistOut, GetChecklistInput, ListChecklistsInput } from '#lib/checklists/schema.ts'
import { startChecklist } from '#lib/checklists/start.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const checklists = route('/checklists', {
  GET: list({
    name: 'checklist.list',
    summary: 'Lists the checklists of services, the newest first.',
    scope: 'guides:read',
    input: ListChecklistsInput,
    item: ChecklistListed,
    run: listChecklists,
  }),
  POST: endpoint(startChecklist, {
    created: ({ number }) => `/api/v1/checklists/${number}`,
    example: { guide: 'anycast-drain-and-return', service: 'edge-proxy' },
  }),
})

export const checklist = route('/checklists/{number}', {
  GET: get({
    name: 'checklist.get',
    summary: 'Gives one checklist with what was said of each item, and what the guide asks since.',
    scope: 'guides:read',
    input: GetChecklistInput,
    output: ChecklistOut,
    run: (work, { number }) => getChecklist(work, number),
  }),
})

export const mark = route('/checklists/{number}/items/{item}/mark', {
  PUT: endpoint(markItem, {
    example: { mark: 'done', url: 'https://graphs.example/drain', note: 'Measured on Tuesday.' },
  }),
})

export const finish = route('/checklists/{number}/finish', {
  PUT: endpoint(finishChecklist, { example: { note: 'Ready for the launch.' } }),
})

export const abandonment = route('/checklists/{number}/abandonment', {
  PUT: endpoint(abandonChecklist, { example: { reason: 'The service is being retired.' } }),
})
