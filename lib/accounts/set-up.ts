import { z } from 'zod'
import { hashPassword, NewPassword } from '#lib/auth/passwords.ts'
import { hashSecret } from '#lib/auth/secrets.ts'
import type { StartedSession } from '#lib/auth/sessions.ts'
import { beginSession } from '#lib/auth/sign-in.ts'
import { doorstep, type Visit } from '#lib/auth/visit.ts'
import { attempt, command, execute, type Outcome, parse } from '#lib/command.ts'
import type { Db } from '#lib/context.ts'
import { allow, deny } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { ORGANIZATION_ID } from './model.ts'
import { SetUpOrganizationInput } from './schema.ts'
import { isSetupLink } from './setup-link.ts'

export const SetUpInput = SetUpOrganizationInput.extend({ password: NewPassword })

/** Makes the organization and its first administrator, and signs them in. */
export function setUp(visit: Visit, raw: unknown): Promise<Outcome<StartedSession>> {
  return attempt(async () => {
    const { password, ...input } = parse(SetUpInput, raw)
    // Strangers do not get to make the server compute hashes.
    if (!(await visit.database.asOwner((db) => isSetupLink(db, { ...visit, token: input.token })))) refuse(notFound)
    const passwordHash = await hashPassword(password)
    const made = await execute(doorstep(visit), setUpOrganization, { ...input, passwordHash })
    return made.ok ? beginSession(visit, { ...made.value, method: 'password' }) : made
  })
}

/**
 * Makes the organization and its first administrator. Whoever does it is nobody yet: the link is the permission, and it
 * runs where the identity tables are open. Of twenty at the same moment the row with the number 1 lets one through; the
 * others find what everybody finds afterwards, nothing.
 */
const setUpOrganization = command({
  name: 'organization.set_up',
  summary: 'Makes the organization and its first administrator.',
  scope: 'admin:write',
  // The hash, because a quarter of a second of arithmetic does not belong in a transaction.
  input: SetUpOrganizationInput.extend({ passwordHash: z.string() }),
  output: z.strictObject({ personId: z.string() }),
  subject: ({ db, now }, { token }) => useLink(db, { token, now }),
  may: (actor) => (actor.kind === 'person' ? deny('You are signed in, so this is set up already.') : allow),
  async run({ db, now }, { input: { name, email, organization, zone, passwordHash } }) {
    const made = await db.$executeRaw`
      insert into "Organization" ("id", "name", "zone", "createdAt") values (1, ${organization}, ${zone}, ${now})
      on conflict do nothing`
    if (made === 0) refuse(notFound)
    const person = await db.person.create({
      data: { id: newId(now), name, email, role: 'administrator', zone, createdAt: now },
    })
    await db.password.create({ data: { personId: person.id, hash: passwordHash, changedAt: now } })
    return {
      value: { personId: person.id },
      events: [
        happened('organization.set_up', ORGANIZATION_ID, { name: organization, sample: false }),
        happened('person.invited', person.id, { name, role: 'administrator' }),
      ],
    }
  },
})

async function useLink(db: Db, { token, now }: { token: string; now: Date }): Promise<null> {
  const used = await db.setupLink.deleteMany({ where: { tokenHash: hashSecret(token), expiresAt: { gt: now } } })
  return used.count === 1 ? null : refuse(notFound)
}
