import { z } from 'zod'
import { attempt, command, execute, type Outcome } from '#lib/command.ts'
import type { Db } from '#lib/context.ts'
import { allow } from '#lib/decision.ts'
import type { Env } from '#lib/env.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { refuse } from '#lib/problem.ts'
import { email as Email } from '#lib/text.ts'
import type { StartedSession } from './sessions.ts'
import { beginSession } from './sign-in.ts'
import { doorstep, type Visit } from './visit.ts'

/** What a provider vouches for. */
export type Claim = {
  provider: string
  issuer: string
  subject: string
  name: string
  email: string
  verified: boolean
}

/** Why somebody whom a provider knows does not get in. The sign-in page has a sentence for each. */
export const turnedAway = ['unverified', 'not_invited', 'not_linked', 'deactivated'] as const
export type Turned = (typeof turnedAway)[number]

/**
 * Lets in whoever a provider vouches for. The account is found by issuer and subject. The first time it is tied to a person
 * by a verified address, but only to one who was invited and has no other way in: an address alone never opens an account
 * that somebody already uses.
 */
export function admit(visit: Visit, claim: Claim): Promise<Outcome<StartedSession>> {
  return attempt(async () => {
    const personId = (await knownPerson(visit, claim)) ?? (await newcomer(visit, claim))
    return beginSession(visit, { personId, method: claim.provider })
  })
}

async function knownPerson({ database }: Visit, { issuer, subject }: Claim): Promise<string | null> {
  const known = await database.asOwner((db) =>
    db.identity.findUnique({
      where: { issuer_subject: { issuer, subject } },
      select: { person: { select: { id: true, deactivatedAt: true } } },
    }),
  )
  if (known?.person.deactivatedAt) turnAway('deactivated')
  return known?.person.id ?? null
}

async function newcomer(visit: Visit, { verified, email: given, ...claim }: Claim): Promise<string> {
  const email = Email.safeParse(given).data
  // An address that only becomes somebody's by unfolding look-alike letters was not the one that was verified.
  if (!verified || !email || email !== given.trim().toLowerCase()) return turnAway('unverified')
  const linked = await execute(doorstep(visit), linkIdentity(visit.env), { ...claim, email })
  return linked.ok ? linked.value.personId : refuse(linked.problem)
}

const linkIdentity = (env: Env) =>
  command({
    name: 'person.link_identity',
    summary: 'Ties an account at a provider to a person, at its first sign-in.',
    scope: 'admin:write',
    input: z.strictObject({
      provider: z.string(),
      issuer: z.string().max(500),
      subject: z.string().min(1).max(255),
      email: Email,
      name: z.string(),
    }),
    output: z.strictObject({ personId: z.string() }),
    subject: ({ db }, { email }) => invitedPerson(db, email),
    may: () => allow,
    async run({ db, now }, { input: { provider, issuer, subject, email, name: given }, subject: invited }) {
      const name = given.trim().slice(0, 100) || email.slice(0, email.indexOf('@'))
      const personId = invited?.id ?? (await createPerson(db, { email, name, now, env }))
      await db.passwordLink.deleteMany({ where: { personId } })
      await db.identity.create({ data: { id: newId(now), provider, issuer, subject, personId, createdAt: now } })
      return {
        value: { personId },
        events: [
          ...(invited ? [] : [happened('person.invited', personId, { name, role: 'member' })]),
          happened('person.identity_linked', personId, { provider }),
        ] as [ReturnType<typeof happened>],
      }
    },
  })

/** Somebody who was invited and has not come in yet, or null for nobody. */
async function invitedPerson(db: Db, email: string): Promise<{ id: string } | null> {
  // Two first sign-ins with one address, in two tabs or by two accounts, go one after the other.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${email}, 1))`
  const person = await db.person.findUnique({
    where: { email },
    select: {
      id: true,
      deactivatedAt: true,
      password: { select: { personId: true } },
      identities: { select: { id: true }, take: 1 },
    },
  })
  if (person?.deactivatedAt) return turnAway('deactivated')
  if (person && (person.password || person.identities.length > 0)) return turnAway('not_linked')
  return person
}

async function createPerson(
  db: Db,
  { email, name, now, env }: { email: string; name: string; now: Date; env: Env },
): Promise<string> {
  const organization = await db.organization.findUnique({ where: { id: 1 }, select: { zone: true } })
  const domain = email.slice(email.lastIndexOf('@') + 1)
  if (!organization || !env.AUTH_ALLOWED_DOMAINS.includes(domain)) return turnAway('not_invited')
  const id = newId(now)
  await db.person.create({ data: { id, email, name, zone: organization.zone, createdAt: now } })
  return id
}

const turnAway = (why: Turned): never => refuse({ kind: 'forbidden', reason: why })
