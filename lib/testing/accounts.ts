import type { Actor } from '#lib/actor.ts'
import { hashPassword } from '#lib/auth/passwords.ts'
import { actorOfRequest } from '#lib/auth/request.ts'
import { actorOfSession } from '#lib/auth/sessions.ts'
import { beginSession } from '#lib/auth/sign-in.ts'
import { type Visit, visitOf } from '#lib/auth/visit.ts'
import type { Outcome } from '#lib/command.ts'
import { readEnv } from '#lib/env.ts'
import { type Name, NOW, type World } from './world.ts'

const env = readEnv({})

export const password = 'three otters in a canoe'

/** Somebody at the door, of whom nothing is known yet. */
export const visit = ({ database }: Pick<World, 'database'>, now = NOW): Visit =>
  visitOf(new Headers(), { database, env, now, token: undefined })

export async function givePassword({ database, personIds }: World, name: Name): Promise<void> {
  hashed ??= hashPassword(password)
  const hash = await hashed
  await database.asOwner((db) => db.password.create({ data: { personId: personIds[name], hash, changedAt: NOW } }))
}

// One for all tests: each costs a quarter of a second.
let hashed: Promise<string> | undefined

export const sessionOf = async (w: World, name: Name): Promise<string> =>
  (await done(beginSession(visit(w), { personId: w.personIds[name], method: 'password' }))).token

export const nameBehind = async ({ database }: World, token: string | undefined, now = NOW): Promise<string | null> =>
  (await actorOfSession(database, { token, now }))?.name ?? null

/** Whoever a request with these headers acts as. */
export const actorOfHeaders = (
  { database }: World,
  headers: Record<string, string>,
  method: 'GET' | 'POST',
): Promise<Actor> => actorOfRequest({ method, headers: new Headers(headers) }, { database, env, now: NOW })

export const kindOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.problem.kind)

/** What came of it; a refusal fails the test with its sentence. */
export async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
