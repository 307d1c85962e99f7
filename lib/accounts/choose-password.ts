import { z } from 'zod'
import { hashPassword, NewPassword } from '#lib/auth/passwords.ts'
import { hashSecret } from '#lib/auth/secrets.ts'
import type { StartedSession } from '#lib/auth/sessions.ts'
import { beginSession } from '#lib/auth/sign-in.ts'
import { doorstep, type Visit } from '#lib/auth/visit.ts'
import { attempt, command, execute, type Outcome, parse } from '#lib/command.ts'
import { allow } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { personOfLink } from './password-link.ts'

const Token = z.string().max(100)

export const ChoosePasswordInput = z.strictObject({ token: Token, password: NewPassword })

/** Sets a password with a one-time link and signs its person in. */
export function choosePassword(visit: Visit, raw: unknown): Promise<Outcome<StartedSession>> {
  return attempt(async () => {
    const { token, password } = parse(ChoosePasswordInput, raw)
    if (!(await visit.database.asOwner((db) => personOfLink(db, { ...visit, token })))) refuse(notFound)
    const passwordHash = await hashPassword(password)
    const chosen = await execute(doorstep(visit), choosePasswordByLink, { token, passwordHash })
    return chosen.ok ? beginSession(visit, { ...chosen.value, method: 'password' }) : chosen
  })
}

/** Uses up a one-time link. Whoever was signed in as this person before is not any more. */
const choosePasswordByLink = command({
  name: 'person.choose_password',
  summary: 'Sets a password with a one-time link.',
  scope: 'admin:write',
  input: z.strictObject({ token: Token, passwordHash: z.string() }),
  output: z.strictObject({ personId: z.string() }),
  async subject({ db, now }, { token }) {
    const rows = await db.$queryRaw<{ personId: string }[]>`
      delete from "PasswordLink" l using "Person" p
       where l."tokenHash" = ${hashSecret(token)} and l."expiresAt" > ${now} and p."id" = l."personId" and p."deactivatedAt" is null
      returning l."personId"`
    return rows[0] ?? refuse(notFound)
  },
  may: () => allow,
  async run({ db, now }, { input: { passwordHash: hash }, subject: { personId } }) {
    const password = { hash, changedAt: now }
    await db.password.upsert({ where: { personId }, create: { personId, ...password }, update: password })
    await db.session.deleteMany({ where: { personId } })
    return { value: { personId }, events: [happened('person.password_changed', personId, {})] }
  },
})
