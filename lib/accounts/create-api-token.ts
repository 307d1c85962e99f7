import { z } from 'zod'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { hashSecret } from '#lib/auth/secrets.ts'
import { newApiToken } from '#lib/auth/tokens.ts'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'
import type { Role } from '#prisma/client/enums.ts'
import { inPerson } from './model.ts'
import { presentApiToken } from './present.ts'
import { ApiTokenOut, CreateApiTokenInput } from './schema.ts'

/** The whole token is in this answer and nowhere else. */
export const createApiToken = command({
  name: 'api_token.create',
  summary: 'Makes a token that acts as you, as far as its scopes reach.',
  scope: 'admin:write',
  input: CreateApiTokenInput,
  output: ApiTokenOut.extend({ token: z.string() }),
  subject: (work, { person }) => ownerOf(work, person),
  may: (actor, owner, { scopes }) =>
    all(
      inPerson(actor),
      when(actor.kind === 'system' || owner.isSelf, 'You can make tokens for yourself only.'),
      when(
        !scopes.includes('admin:write') || owner.role === 'administrator',
        'The scope admin:write is for administrators.',
      ),
    ),
  async run(work, { input: { name, scopes, days, restricted }, subject: owner }) {
    const { now } = work
    const token = newApiToken()
    const row = await onIdentityTables(work, (db) =>
      db.apiToken.create({
        data: {
          id: newId(now),
          personId: owner.id,
          name,
          scopes: [...new Set(scopes)],
          restricted,
          createdAt: now,
          tokenHash: hashSecret(token),
          lastFour: token.slice(-4),
          expiresAt: new Date(now.getTime() + days * 24 * 3_600_000),
        },
        omit: { tokenHash: true, personId: true },
      }),
    )
    return {
      value: { ...presentApiToken(row), token },
      events: [happened('api_token.created', row.id, { name, scopes: row.scopes, restricted })],
    }
  },
})

async function ownerOf(
  { db, actor }: Work,
  email: string | undefined,
): Promise<{ id: string; role: Role; isSelf: boolean }> {
  const self = actor.kind === 'person' ? { id: actor.personId } : null
  const where = email === undefined ? self : { email }
  if (!where) return refuse(invalid('person', 'Say whose token it is, by e-mail address.'))
  const person = await db.person.findUnique({ where, select: { id: true, role: true, deactivatedAt: true } })
  if (!person || person.deactivatedAt) return refuse(invalid('person', 'Nobody active here has this address.'))
  return { id: person.id, role: person.role, isSelf: person.id === self?.id }
}
