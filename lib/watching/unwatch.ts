import { idOfSubject } from '#lib/activity/queries.ts'
import { command } from '#lib/command.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { WatchInput, WatchOut } from './schema.ts'

export const unwatch = command({
  name: 'person.unwatch',
  summary: 'Stops putting what happens to a record into one’s inbox.',
  scope: 'people:write',
  input: WatchInput,
  output: WatchOut,
  subject: idOfSubject,
  may: (actor) => when(actor.kind === 'person', 'Only a person has an inbox.'),
  async run({ db, actor }, { input: { kind, number }, subject: subjectId }) {
    if (actor.kind !== 'person') return refuse(notFound)
    const { personId } = actor
    await db.watcher.deleteMany({ where: { personId, subjectId } })
    return { value: { watching: false }, events: [happened('person.unwatched', personId, { kind, number })] }
  },
})
