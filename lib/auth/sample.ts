import { z } from 'zod'
import { attempt, type Outcome, parse } from '#lib/command.ts'
import { isLoopback, servesLoopbackOnly } from '#lib/env.ts'
import { Id } from '#lib/ids.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Role } from '#prisma/client/enums.ts'
import type { StartedSession } from './sessions.ts'
import { beginSession } from './sign-in.ts'
import type { Visit } from './visit.ts'

export type SamplePerson = { id: string; name: string; title: string; role: Role; about: string; teams: string[] }

/**
 * Whether people without a password may be chosen from a list: at this very machine only. The name in the address is
 * looked at too, because another site can point its own name at this machine.
 */
export function isLookingAroundAllowed({ env, host }: Visit): boolean {
  return servesLoopbackOnly(env) && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname)
}

/** The people of the sample company, or null where there is none to look around in. */
export async function samplePeople(visit: Visit): Promise<SamplePerson[] | null> {
  if (!isLookingAroundAllowed(visit)) return null
  return visit.database.asOwner(async (db) => {
    const organization = await db.organization.findUnique({ where: { id: 1 }, select: { sample: true } })
    if (!organization?.sample) return null
    const rows = await db.person.findMany({
      where: sampleOnly,
      select: {
        id: true,
        name: true,
        title: true,
        role: true,
        about: true,
        memberships: { select: { team: { select: { name: true } } }, orderBy: { team: { name: 'asc' } } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 50,
    })
    return rows.map(({ memberships, ...row }) => ({ ...row, teams: memberships.map(({ team }) => team.name) }))
  })
}

export const BecomeInput = z.strictObject({ person: Id })

export function becomeSamplePerson(visit: Visit, raw: unknown): Promise<Outcome<StartedSession>> {
  return attempt(async () => {
    const { person: personId } = parse(BecomeInput, raw)
    const people = await samplePeople(visit)
    if (!people?.some(({ id }) => id === personId)) refuse(notFound)
    return beginSession(visit, { personId, method: 'sample' })
  })
}

/** Somebody with a way in of their own is a real person, also in a sample company. */
const sampleOnly = { deactivatedAt: null, password: null, identities: { none: {} } }
