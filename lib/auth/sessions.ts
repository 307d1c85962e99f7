import { z } from 'zod'
import type { PersonActor } from '#lib/actor.ts'
import { command } from '#lib/command.ts'
import type { Db } from '#lib/context.ts'
import type { Database } from '#lib/db/client.ts'
import { allow, deny } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { Id, newId } from '#lib/ids.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Role, TeamRole } from '#prisma/client/enums.ts'
import { hashSecret, looksSecret, newSecret } from './secrets.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A working day away ends a session; a month ends it in any case. */
const IDLE_MS = 8 * HOUR
const ABSOLUTE_MS = 30 * 24 * HOUR
/** Noting every request would make every page view a write. */
const TOUCH_MS = 10 * MINUTE

/** `password`, `sample`, or the provider's id. */
const Method = z.string().regex(/^[a-z]{1,20}$/)

/** Every sign-in makes a new secret and ends the session the browser had before, so a planted one is worth nothing. */
export const startSession = command({
  name: 'session.start',
  summary: 'Signs a person in.',
  scope: 'admin:write',
  input: z.strictObject({
    personId: Id,
    method: Method,
    userAgent: z.string(),
    network: z.string(),
    previous: z.string().optional(),
  }),
  output: z.strictObject({ token: z.string(), expiresAt: z.date() }),
  subject: ({ db }, { personId }) => activePerson(db, personId),
  may: (actor) => (actor.kind === 'person' ? deny('You are signed in already.') : allow),
  async run({ db, now }, { input: { method, userAgent, network, previous }, subject: person }) {
    if (looksSecret(previous)) await db.session.deleteMany({ where: { tokenHash: hashSecret(previous) } })
    const token = newSecret()
    const started = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + IDLE_MS) }
    await db.session.create({
      data: {
        id: newId(now),
        tokenHash: hashSecret(token),
        personId: person.id,
        method,
        userAgent,
        ip: network,
        ...started,
      },
    })
    return {
      value: { token, expiresAt: new Date(now.getTime() + ABSOLUTE_MS) },
      events: [happened('person.signed_in', person.id, { method })],
    }
  },
})

export type StartedSession = z.output<typeof startSession.output>

type Asked = {
  token: string | undefined
  now: Date
  /** Nobody did anything, so the session does not stay alive by it. */
  looking?: boolean
}

/** Who holds this session now, and what every page says of them. Null for anything that is not one. */
export async function holderOfSession(
  database: Database,
  { token, now, looking = false }: Asked,
): Promise<Holder | null> {
  if (!looksSecret(token)) return null
  const begun = new Date(now.getTime() - ABSOLUTE_MS)
  // One statement and no transaction, because every request waits for it.
  const { rows } = await database.pool.query<SessionRow>({
    name: 'firebreak_session',
    text: 'select * from firebreak_session($1, $2, $3)',
    values: [hashSecret(token), now, begun],
  })
  const [row] = rows
  if (!row) return null
  const { sessionId, lastSeenAt, email, title, sample, ...person } = row
  if (!looking && now.getTime() - lastSeenAt.getTime() > TOUCH_MS)
    await database.asOwner((db) => touch(db, sessionId, now))
  const actor: PersonActor = { kind: 'person', ...person, via: { kind: 'session', sessionId }, seesRestricted: true }
  return { actor, email, title, sample }
}

export type Holder = { actor: PersonActor; email: string; title: string; sample: boolean }

export const actorOfSession = async (database: Database, asked: Asked): Promise<PersonActor | null> =>
  (await holderOfSession(database, asked))?.actor ?? null

/** A second tab may have signed out in between; updateMany does not mind. */
async function touch(db: Db, id: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { id },
    data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + IDLE_MS) },
  })
}

type SessionRow = Omit<Holder, 'actor'> & {
  sessionId: string
  lastSeenAt: Date
  personId: string
  name: string
  role: Role
  zone: string
  teams: Record<string, TeamRole>
}

async function activePerson(db: Db, id: string): Promise<{ id: string }> {
  const rows = await db.$queryRaw<
    { id: string }[]
  >`select "id" from "Person" where "id" = ${id}::uuid and "deactivatedAt" is null for update`
  return rows[0] ?? refuse(notFound)
}
