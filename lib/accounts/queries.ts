import { z } from 'zod'
import { inPerson } from '#lib/accounts/model.ts'
import type { PersonActor } from '#lib/actor.ts'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { presentApiToken, presentOrganization, presentPerson, presentSession, withTeams } from './present.ts'
import type { ApiTokenOut, ListPeopleInput, OrganizationOut, PersonOut, SessionOut } from './schema.ts'

export async function getOrganization({ db }: Pick<Work, 'db'>): Promise<OrganizationOut | null> {
  const row = await db.organization.findUnique({ where: { id: 1 } })
  return row && presentOrganization(row)
}

export async function listPeople(
  { db }: Work,
  { cursor, limit, q, role, deactivated }: z.output<typeof ListPeopleInput>,
): Promise<Page<PersonOut>> {
  const after = decodeCursor(cursor, z.string(), z.string())
  const contains = { contains: q ?? '', mode: 'insensitive' } as const
  const rows = await db.person.findMany({
    where: {
      AND: [
        q ? { OR: [{ name: contains }, { title: contains }, { email: contains }] } : {},
        after ? { OR: [{ name: { gt: after[0] } }, { name: after[0], id: { gt: after[1] } }] } : {},
      ],
      ...(role && { role }),
      ...(deactivated === 'only' && { deactivatedAt: { not: null } }),
      ...(deactivated === undefined && { deactivatedAt: null }),
    },
    include: withTeams,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  return pageOf(rows.map(presentPerson), limit, ({ name, id }) => [name, id])
}

export async function getPerson({ db }: Work, id: string): Promise<PersonOut> {
  const row = await db.person.findUnique({ where: { id }, include: withTeams })
  return row ? presentPerson(row) : refuse(notFound)
}

/** The row, locked until the transaction ends. */
export async function lockPerson({ db }: Pick<Work, 'db'>, id: string) {
  const rows = await db.$queryRaw<
    { id: string; name: string; deactivatedAt: Date | null }[]
  >`select "id", "name", "deactivatedAt" from "Person" where "id" = ${id}::uuid for update`
  return rows[0] ?? refuse(notFound)
}

/** Everybody who could let others back in, locked in one order: two administrators may be demoting each other. */
export async function lockAdministrators({ db }: Pick<Work, 'db'>): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select "id" from "Person" where "role" = 'administrator' and "deactivatedAt" is null order by "id" for update`
  return rows.map(({ id }) => id)
}

/** Where somebody is signed in, newest first. */
export async function listSessions(work: Work, actor: PersonActor): Promise<SessionOut[]> {
  const decision = inPerson(actor)
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  const rows = await onIdentityTables(work, (db) =>
    db.session.findMany({
      where: { personId: actor.personId, expiresAt: { gt: work.now } },
      orderBy: { lastSeenAt: 'desc' },
      take: 100,
    }),
  )
  const current = actor.via.kind === 'session' ? actor.via.sessionId : null
  return rows.map((row) => presentSession(row, current))
}

/** Somebody's own tokens; never their secrets, which nobody can read again. */
export async function listApiTokens(work: Work, actor: PersonActor): Promise<ApiTokenOut[]> {
  const rows = await onIdentityTables(work, (db) =>
    db.apiToken.findMany({
      where: { personId: actor.personId },
      orderBy: { createdAt: 'desc' },
      omit: { tokenHash: true, personId: true },
      take: 100,
    }),
  )
  return rows.map(presentApiToken)
}

/** How somebody can sign in: what their page tells an administrator, and them. */
export async function waysIn(work: Work, personId: string): Promise<{ password: boolean; providers: string[] }> {
  return onIdentityTables(work, async (db) => {
    const password = await db.password.findUnique({ where: { personId }, select: { changedAt: true } })
    const identities = await db.identity.findMany({ where: { personId }, select: { provider: true }, take: 20 })
    return { password: password !== null, providers: identities.map(({ provider }) => provider) }
  })
}
