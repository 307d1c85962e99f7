import { closeActionItem } from '#lib/action-items/close.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { getActionItem, listActionItems } from '#lib/action-items/queries.ts'
import { reopenActionItem } from '#lib/action-items/reopen.ts'
import { ActionItemOut, GetActionItemInput, ListActionItemsInput } from '#lib/action-items/schema.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const actionItems = route('/action-items', {
  GET: list({
    name: 'action_item.list',
    summary: 'Lists action items, what is due first first. Without a status: the open ones.',
    scope: 'action-items:read',
    input: ListActionItemsInput,
    item: ActionItemOut,
    run: listActionItems,
  }),
  POST: endpoint(proposeActionItem, {
    created: ({ number }) => `/api/v1/action-items/${number}`,
    example: {
      title: 'Refuse an empty zone file before it is pushed',
      doneWhen: 'Pushing an empty file fails in staging and the alert fires.',
      priority: 'p1',
      team: 'edge',
      dueOn: '2026-07-01',
      postmortem: 42,
    },
  }),
})

export const actionItem = route('/action-items/{number}', {
  GET: get({
    name: 'action_item.get',
    summary: 'Gives one action item.',
    scope: 'action-items:read',
    input: GetActionItemInput,
    output: ActionItemOut,
    run: (work, { number }) => getActionItem(work, number),
  }),
  PATCH: endpoint(updateActionItem, { example: { version: 1, dueOn: '2026-07-15' } }),
})

export const closure = route('/action-items/{number}/closure', {
  PUT: endpoint(closeActionItem, { example: { outcome: 'done', note: 'Drill of 28 June: the push was refused.' } }),
  DELETE: endpoint(reopenActionItem, { example: { reason: 'The check was switched off again.' } }),
})
