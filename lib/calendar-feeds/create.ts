import { z } from 'zod'
import { inPerson } from '#lib/accounts/model.ts'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { hashSecret, newSecret } from '#lib/auth/secrets.ts'
import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { tidyQuery } from '#lib/views/model.ts'
import { presentFeed } from './queries.ts'
import { CreateFeedInput, FeedOut } from './schema.ts'

/** A calendar programme each for a desk, a phone and a wall, and then some. */
const FEEDS_MAX = 20

/** The address is in this answer and nowhere else: whoever has it reads the list as its owner would. */
export const createCalendarFeed = command({
  name: 'calendar_feed.create',
  summary: 'Makes a secret address that shows a list of action items to a calendar programme.',
  scope: 'admin:write',
  input: CreateFeedInput,
  output: FeedOut.extend({ token: z.string() }),
  subject: async () => null,
  may: (actor) => all(inPerson(actor), can(actor, 'read', 'actionItem')),
  async run(work, { input: { name, query } }) {
    const { now, actor } = work
    if (actor.kind !== 'person') return refuse(conflict('A calendar address belongs to a person.'))
    const { personId } = actor
    const token = newSecret()
    const row = await onIdentityTables(work, async (db) => {
      await db.$queryRaw`select 1 from "Person" where "id" = ${personId}::uuid for update`
      if ((await db.calendarFeed.count({ where: { personId, revokedAt: null } })) >= FEEDS_MAX)
        refuse(conflict(`You have ${FEEDS_MAX} calendar addresses. Revoke one first.`))
      return db.calendarFeed.create({
        data: {
          id: newId(now),
          personId,
          name,
          query: tidyQuery('action_items', query),
          tokenHash: hashSecret(token),
          createdAt: now,
        },
        omit: { tokenHash: true, personId: true },
      })
    })
    return { value: { ...presentFeed(row), token }, events: [happened('calendar_feed.created', row.id, { name })] }
  },
})
