import { getMailSettings } from '#lib/digests/queries.ts'
import { MailOut } from '#lib/digests/schema.ts'
import { setMail } from '#lib/digests/set-mail.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { NoInput } from '#lib/review-rules/schema.ts'
import { listWatched } from '#lib/watching/queries.ts'
import { ListWatchedInput, WatchedOut } from '#lib/watching/schema.ts'
import { unwatch } from '#lib/watching/unwatch.ts'
import { watch } from '#lib/watching/watch.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const watchedRecords = route('/watched', {
  GET: list({
    name: 'person.list_watched',
    summary: 'Lists what one watches, newest first.',
    scope: 'people:read',
    input: ListWatchedInput,
    item: WatchedOut,
    run: listWatched,
  }),
})
export const watchedRecord = route('/watched/{kind}/{number}', {
  PUT: endpoint(watch, {}),
  DELETE: endpoint(unwatch, {}),
})
export const mailSettings = route('/mail-settings', {
  GET: get({
    name: 'person.get_mail',
    summary: 'Gives how often and when one hears by mail.',
    scope: 'people:read',
    input: NoInput,
    output: MailOut,
    run: (work) => (work.actor.kind === 'person' ? getMailSettings(work, work.actor.personId) : refuse(notFound)),
  }),
  PUT: endpoint(setMail, { example: { pace: 'working_day', hour: 9, quietFrom: 20, quietUntil: 8, weekly: true } }),
})
