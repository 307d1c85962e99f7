import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { hashSecret, newSecret } from '#lib/auth/secrets.ts'
import { command } from '#lib/command.ts'
import type { Db } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { inPerson, PASSWORD_LINK_MS } from './model.ts'
import { presentPerson, withTeams } from './present.ts'
import { lockPerson } from './queries.ts'
import { LinkOut, PersonInput } from './schema.ts'

/** For somebody who was invited and lost the link, or forgot the password. A new link replaces the one before. */
export const offerPasswordLink = command({
  name: 'person.offer_password_link',
  summary: 'Makes a one-time link for a person to choose a new password with.',
  scope: 'admin:write',
  input: PersonInput,
  output: LinkOut,
  subject: (work, { id }) => lockPerson(work, id),
  // With a link one can sign in as that person, so a token is not enough.
  may: (actor, person) => all(inPerson(actor), can(actor, 'administer', 'person', person)),
  async run(work, { subject }) {
    if (subject.deactivatedAt) refuse({ kind: 'conflict', message: 'Reactivate this person first.' })
    const link = await onIdentityTables(work, (db) => makePasswordLink(db, { personId: subject.id, now: work.now }))
    const person = await work.db.person.findUniqueOrThrow({ where: { id: subject.id }, include: withTeams })
    return {
      value: { person: presentPerson(person), ...link },
      events: [happened('person.password_link_made', subject.id, {})],
    }
  },
})

export async function makePasswordLink(db: Db, { personId, now }: { personId: string; now: Date }) {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + PASSWORD_LINK_MS)
  const link = { tokenHash: hashSecret(token), expiresAt }
  await db.passwordLink.upsert({ where: { personId }, create: { personId, ...link }, update: link })
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Whose link it is, or null. Looking does not use it up, because programs that scan mail open links too. */
export async function personOfLink(db: Db, { token, now }: { token: string; now: Date }) {
  const link = await db.passwordLink.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: { expiresAt: true, person: { select: { id: true, name: true, email: true, deactivatedAt: true } } },
  })
  return link && link.expiresAt > now && !link.person.deactivatedAt ? link.person : null
}
