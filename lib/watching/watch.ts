import { idOfSubject } from '#lib/activity/queries.ts'
import { command } from '#lib/command.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { conflict, notFound, refuse } from '#lib/problem.ts'
import { WatchInput, WatchOut } from './schema.ts'

/** More than anybody follows on purpose. */
const WATCHED_MAX = 500

/** Whoever may read a record may hear of it; once they may not, row-level security keeps what was told from them. */
export const watch = command({
  name: 'person.watch',
  summary: 'Puts what happens to a record into one’s inbox.',
  scope: 'people:write',
  input: WatchInput,
  output: WatchOut,
  subject: idOfSubject,
  may: (actor) => when(actor.kind === 'person', 'Only a person has an inbox.'),
  async run({ db, now, actor }, { input: { kind, number }, subject: subjectId }) {
    if (actor.kind !== 'person') return refuse(notFound)
    const { personId } = actor
    if ((await db.watcher.count({ where: { personId } })) >= WATCHED_MAX)
      refuse(conflict(`You watch ${WATCHED_MAX} records, which is as many as there can be. Stop watching some first.`))
    const data = [{ personId, subjectKind: kind, subjectId, since: now }]
    await db.watcher.createMany({ data, skipDuplicates: true })
    return { value: { watching: true }, events: [happened('person.watched', personId, { kind, number })] }
  },
})
