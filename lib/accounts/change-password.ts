import { z } from 'zod'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { GivenPassword, hashPassword, NewPassword, verifyPassword } from '#lib/auth/passwords.ts'
import { attempt, command, execute, type Outcome, parse } from '#lib/command.ts'
import { type Context, read, type Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { inPerson } from './model.ts'

export const ChangePasswordInput = z.strictObject({ current: GivenPassword, password: NewPassword })

/** Asks for the password of now, and signs out everywhere else. Hashing happens between the transactions, not in them. */
export function changePassword(context: Context, raw: unknown): Promise<Outcome<null>> {
  return attempt(async () => {
    const { current, password } = parse(ChangePasswordInput, raw)
    const provenHash = await read(context, ownHash)
    if (provenHash === null) refuse(invalid('current', 'You have no password here: you sign in through a provider.'))
    if (!(await verifyPassword(current, provenHash))) refuse(invalid('current', 'This is not your password of now.'))
    return execute(context, replacePassword, { provenHash, hash: await hashPassword(password) })
  })
}

const replacePassword = command({
  name: 'person.change_password',
  summary: 'Replaces the password of the person who asks.',
  scope: 'admin:write',
  input: z.strictObject({ provenHash: z.string(), hash: z.string() }),
  output: z.null(),
  subject: async () => null,
  may: inPerson,
  async run(work, { input: { provenHash, hash } }) {
    const { personId, sessionId } = inSession(work)
    const { count } = await onIdentityTables(work, async (db) => {
      await db.session.deleteMany({ where: { personId, id: { not: sessionId } } })
      return db.password.updateMany({ where: { personId, hash: provenHash }, data: { hash, changedAt: work.now } })
    })
    if (count === 0) refuse({ kind: 'conflict', message: 'Your password was just changed somewhere else.' })
    return { value: null, events: [happened('person.password_changed', personId, {})] }
  },
})

async function ownHash(work: Work): Promise<string | null> {
  const { personId } = inSession(work)
  const row = await onIdentityTables(work, (db) =>
    db.password.findUnique({ where: { personId }, select: { hash: true } }),
  )
  return row?.hash ?? null
}

function inSession({ actor }: Work): { personId: string; sessionId: string } {
  if (actor.kind !== 'person' || actor.via.kind !== 'session') return refuse({ kind: 'unauthenticated' })
  return { personId: actor.personId, sessionId: actor.via.sessionId }
}
