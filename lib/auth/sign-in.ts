import { z } from 'zod'
import { attempt, command, execute, type Outcome, parse } from '#lib/command.ts'
import { allow } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { Id } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { email } from '#lib/text.ts'
import { countAttempt, forgiveAttempts } from './attempts.ts'
import { GivenPassword, verifyPassword } from './passwords.ts'
import { type StartedSession, startSession } from './sessions.ts'
import { doorstep, type Visit } from './visit.ts'

export const SignInInput = z.strictObject({ email, password: GivenPassword })

/**
 * Signs in with e-mail address and password. The hash is computed between two transactions, never inside one: the
 * embedded database is a single queue, and a quarter of a second of arithmetic in it would stop everybody.
 */
export function signIn(visit: Visit, raw: unknown): Promise<Outcome<StartedSession>> {
  return attempt(async () => {
    if (!visit.env.AUTH_LOCAL)
      refuse({ kind: 'forbidden', reason: 'Passwords are switched off here. Use one of the other ways.' })
    const given = parse(SignInInput, raw)
    const account = { ...visit, email: given.email }
    await visit.database.asOwner((db) => countAttempt(db, account))
    const personId = await whoIs(visit, given)
    await visit.database.asOwner((db) => forgiveAttempts(db, account))
    return beginSession(visit, { personId, method: 'password' })
  })
}

export function beginSession(
  visit: Visit,
  { personId, method }: { personId: string; method: string },
): Promise<Outcome<StartedSession>> {
  const { userAgent, network, token } = visit
  return execute(doorstep(visit), startSession, {
    personId,
    method,
    userAgent,
    network,
    ...(token && { previous: token }),
  })
}

/** One answer for an unknown address, a wrong password and a deactivated account, after the same work. */
async function whoIs(visit: Visit, { email, password }: z.output<typeof SignInInput>): Promise<string> {
  const known = await visit.database.asOwner((db) =>
    db.person.findUnique({
      where: { email },
      select: { id: true, deactivatedAt: true, password: { select: { hash: true } } },
    }),
  )
  const right = await verifyPassword(password, known?.password?.hash ?? null)
  if (known && right && !known.deactivatedAt) return known.id
  if (known) await execute(doorstep(visit), noteFailure, { personId: known.id, method: 'password' })
  return refuse(invalid('password', 'No account here goes with this e-mail address and password.'))
}

const noteFailure = command({
  name: 'session.fail',
  summary: 'Keeps a record of a sign-in that did not succeed.',
  scope: 'admin:write',
  input: z.strictObject({ personId: Id, method: z.string() }),
  output: z.null(),
  subject: async () => null,
  may: () => allow,
  run: async (_, { input: { personId, method } }) => ({
    value: null,
    events: [happened('person.sign_in_failed', personId, { method })],
  }),
})
