import { command } from '#lib/command.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { MarkedOut, MarkNotificationInput } from './schema.ts'

export const markNotification = command({
  name: 'notification.mark',
  summary: 'Marks a notification as read or as unread.',
  scope: 'people:write',
  input: MarkNotificationInput,
  output: MarkedOut,
  subject: async ({ db }, { id }) => (await db.notification.findUnique({ where: { id } })) ?? refuse(notFound),
  may: (actor, { personId }) =>
    when(actor.kind === 'person' && actor.personId === personId, 'It is in somebody else’s inbox.'),
  async run({ db, now }, { input: { id, read }, subject }) {
    await db.notification.updateMany({ where: { id }, data: { readAt: read ? (subject.readAt ?? now) : null } })
    return { value: { marked: 1 }, events: [happened('person.inbox_marked', subject.personId, { read, count: 1 })] }
  },
})
