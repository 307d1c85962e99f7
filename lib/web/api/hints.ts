import { bringBackHint } from '#lib/hints/bring-back.ts'
import { dismissHint } from '#lib/hints/dismiss.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'
import { listDismissals, listExceptions } from '#lib/hints/queries.ts'
import { returnToEveryone } from '#lib/hints/return-to-everyone.ts'
import { DismissalOut, ExceptionOut, ListDismissalsInput, ListExceptionsInput } from '#lib/hints/schema.ts'
import { endpoint, list } from '../operation.ts'
import { route } from '../routes.ts'

export const dismissals = route('/postmortems/{number}/hint-dismissals', {
  GET: list({
    name: 'hint.list_dismissals',
    summary: 'Lists the hints dismissed in a postmortem, for those who may edit it or were asked to review it.',
    scope: 'postmortems:read',
    input: ListDismissalsInput,
    item: DismissalOut,
    run: listDismissals,
  }),
  POST: endpoint(dismissHint, {
    example: {
      section: 'factors',
      rule: 'human-error',
      mark: '9c1f0a4b3d2e5f60',
      reason: 'It is the title of their report',
    },
  }),
})

export const dismissal = route('/postmortems/{number}/hint-dismissals/{id}', { DELETE: endpoint(bringBackHint) })

export const exceptions = route('/hint-exceptions', {
  GET: list({
    name: 'hint.list_exceptions',
    summary: 'Lists the hints dismissed for everyone, with who decided so and why.',
    scope: 'postmortems:read',
    input: ListExceptionsInput,
    item: ExceptionOut,
    run: listExceptions,
  }),
  POST: endpoint(dismissForEveryone, {
    example: { rule: 'the-root-cause', phrase: 'the root cause', reason: 'Our form has a field of that name' },
  }),
})

export const exception = route('/hint-exceptions/{id}', { DELETE: endpoint(returnToEveryone) })
