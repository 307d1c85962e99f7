import { answerRecurrence } from '#lib/recurrences/answer.ts'
import { listRecurrences } from '#lib/recurrences/queries.ts'
import { ListRecurrencesInput, RecurrencesOut } from '#lib/recurrences/schema.ts'
import { endpoint, get } from '../operation.ts'
import { route } from '../routes.ts'

export const recurrences = route('/incidents/{number}/recurrences', {
  GET: get({
    name: 'recurrence.list',
    summary: 'Gives earlier action items for the same mechanism and service, as they stood when this incident began.',
    scope: 'incidents:read',
    input: ListRecurrencesInput,
    output: RecurrencesOut,
    run: (work, { number }) => listRecurrences(work, number),
  }),
})

export const recurrence = route('/incidents/{number}/recurrences/{item}', {
  PUT: endpoint(answerRecurrence, {
    example: { answer: 'same', reason: 'The same empty file was pushed.', because: 'bypassed' },
  }),
})
