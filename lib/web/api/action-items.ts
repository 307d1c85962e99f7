import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { countFacets } from '#lib/action-items/facets.ts'
import { joinActionItem } from '#lib/action-items/join.ts'
import { mergeActionItem } from '#lib/action-items/merge.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { getActionItem, listActionItems } from '#lib/action-items/queries.ts'
import { ActionItemOut, FacetsOut, GetActionItemInput, ListActionItemsInput } from '#lib/action-items/schema.ts'
import { undoEdit } from '#lib/action-items/undo-edit.ts'
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

export const commitment = route('/action-items/{number}/commitment', {
  PUT: endpoint(decideActionItem, { example: { to: 'accepted', reason: 'Agreed in the review.' } }),
})

export const progress = route('/action-items/{number}/progress', {
  PUT: endpoint(advanceActionItem, { example: { to: 'in_verification', note: 'Merged; the drill is on Friday.' } }),
})

export const evidence = route('/action-items/{number}/evidence', {
  POST: endpoint(addItemEvidence, {
    example: { kind: 'drill', url: 'https://drills.example/28', note: 'Drill of 28 June: the push was refused.' },
  }),
})

export const duplicateOf = route('/action-items/{number}/duplicate-of', {
  PUT: endpoint(mergeActionItem, { example: { of: 7, reason: 'Both ask for the same check.' } }),
})

export const counts = route('/action-items/counts', {
  GET: get({
    name: 'action_item.count',
    summary:
      'Counts action items by status, state, lateness, priority, team, owner, purpose, strength, mechanism and program, each under all other filters.',
    scope: 'action-items:read',
    input: ListActionItemsInput.omit({ cursor: true, limit: true }),
    output: FacetsOut,
    run: (work, filter) => countFacets(work, { ...filter, limit: 1 }),
  }),
})

export const edits = route('/action-items/edits', {
  POST: endpoint(editManyActionItems, {
    created: ({ edit }) => `/api/v1/action-items/edits/${edit}`,
    example: { numbers: [7, 9, 12], dueOn: '2026-08-01', reason: 'The vendor delivers in July.' },
  }),
})

export const edit = route('/action-items/edits/{edit}', { DELETE: endpoint(undoEdit) })

export const answered = route('/action-items/{number}/incidents', {
  POST: endpoint(joinActionItem, { example: { incident: 42 } }),
})
