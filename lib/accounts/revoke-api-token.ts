import { z } from 'zod'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { Id } from '#lib/ids.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { inPerson } from './model.ts'

/** The row stays, so that the log can say what the token was. */
export const revokeApiToken = command({
  name: 'api_token.revoke',
  summary: 'Makes a token useless at once.',
  scope: 'admin:write',
  input: z.strictObject({ id: Id }),
  output: z.null(),
  async subject(work, { id }) {
    const row = await onIdentityTables(work, (db) =>
      db.apiToken.findUnique({ where: { id }, select: { id: true, name: true, personId: true, revokedAt: true } }),
    )
    const { actor } = work
    // Other people's tokens do not exist, except for whoever may deactivate them altogether.
    const mine =
      actor.kind === 'system' ||
      (actor.kind === 'person' && (row?.personId === actor.personId || actor.role === 'administrator'))
    return row && mine ? row : refuse(notFound)
  },
  may: (actor, token) => all(inPerson(actor), when(token.revokedAt === null, 'This token is revoked already.')),
  async run(work, { subject: { id, name } }) {
    await onIdentityTables(work, (db) => db.apiToken.update({ where: { id }, data: { revokedAt: work.now } }))
    return { value: null, events: [happened('api_token.revoked', id, { name })] }
  },
})
