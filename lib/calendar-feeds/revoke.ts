import { z } from 'zod'
import { inPerson } from '#lib/accounts/model.ts'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { RevokeFeedInput } from './schema.ts'

/** The row stays, so that the log can say what it was. */
export const revokeCalendarFeed = command({
  name: 'calendar_feed.revoke',
  summary: 'Makes a calendar address useless at once.',
  scope: 'admin:write',
  input: RevokeFeedInput,
  output: z.null(),
  async subject(work, { id }) {
    const { actor } = work
    const row = await onIdentityTables(work, (db) => db.calendarFeed.findUnique({ where: { id } }))
    const mine = actor.kind === 'person' && (row?.personId === actor.personId || actor.role === 'administrator')
    return row && (mine || actor.kind === 'system') ? row : refuse(notFound)
  },
  may: (actor, feed) => all(inPerson(actor), when(feed.revokedAt === null, 'This address is revoked already.')),
  async run(work, { subject: { id, name } }) {
    await onIdentityTables(work, (db) => db.calendarFeed.update({ where: { id }, data: { revokedAt: work.now } }))
    return { value: null, events: [happened('calendar_feed.revoked', id, { name })] }
  },
})
