import { command } from '#lib/command.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { MarkedOut, MarkInboxInput } from './schema.ts'

export const markInbox = command({
  name: 'notification.mark_all',
  summary: 'Marks everything in one’s inbox up to a moment as read.',
  scope: 'people:write',
  input: MarkInboxInput,
  output: MarkedOut,
  subject: async ({ actor }) => (actor.kind === 'person' ? actor.personId : null),
  may: (_, personId) => when(personId !== null, 'Only a person has an inbox.'),
  async run({ db, now }, { input: { until }, subject: personId }) {
    if (personId === null) return refuse(notFound)
    const { count } = await db.notification.updateMany({
      where: { personId, readAt: null, createdAt: { lte: new Date(until) } },
      data: { readAt: now },
    })
    return { value: { marked: count }, events: [happened('person.inbox_marked', personId, { read: true, count })] }
  },
})
