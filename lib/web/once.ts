import { createHash } from 'node:crypto'
import type { Context, Db } from '#lib/context.ts'
import { sqlState } from '#lib/db/errors.ts'
import { invalid, refuse } from '#lib/problem.ts'

/** As long as a client may come back with the same wish. */
export const KEPT_MS = 24 * 60 * 60 * 1000

export type Wish = {
  /** What the client calls this wish; keys belong to their person. */
  key: string
  /** Where it was sent, so that one key cannot stand for two deeds. */
  route: string
  body: unknown
}

export type Answer<Value> = { replayed: false; value: Value } | { replayed: true; response: unknown }

/**
 * Does it once. The claim, the deed and the answer are one transaction: whoever comes second with the same key waits at
 * the key's row and then reads the answer. A deed that was refused, or a crash at any point, leaves no claim behind,
 * which a claim committed beforehand could not promise.
 */
export function once<Value>(
  context: Context,
  wish: Wish,
  act: { run: (db: Db) => Promise<Value>; respond: (value: Value) => unknown },
): Promise<Answer<Value>> {
  const { actor, now } = context
  if (actor.kind !== 'person') return refuse({ kind: 'unauthenticated' })
  const claim = { actorId: actor.personId, key: wish.key, route: wish.route, bodyHash: hashOf(wish.body), now }
  return context.transaction(async (db) => {
    if (!(await claimed(db, claim))) return answerOf(db, claim)
    const value = await act.run(db)
    const response = JSON.stringify(act.respond(value) ?? null)
    await db.$executeRaw`
      update "IdempotencyKey" set "response" = ${response}::jsonb, "status" = 200
       where "actorId" = ${claim.actorId}::uuid and "key" = ${claim.key}`
    await forgetExpired(db, claim)
    return { replayed: false, value }
  })
}

type Claim = { actorId: string; key: string; route: string; bodyHash: string; now: Date }

/** True for the first. Others wait here until the first has committed or rolled back. */
async function claimed(db: Db, { actorId, key, route, bodyHash, now }: Claim): Promise<boolean> {
  try {
    const count = await db.$executeRaw`
      insert into "IdempotencyKey" ("actorId", "key", "route", "bodyHash", "createdAt")
      values (${actorId}::uuid, ${key}, ${route}, ${bodyHash}, ${now})
      on conflict ("actorId", "key") do update
        set "route" = excluded."route", "bodyHash" = excluded."bodyHash", "createdAt" = excluded."createdAt",
            "status" = null, "response" = null
      where "IdempotencyKey"."createdAt" < ${expiry(now)}`
    return count === 1
  } catch (error) {
    if (sqlState(error) === '55P03' || sqlState(error) === '57014')
      refuse({
        kind: 'conflict',
        message: 'The first request with this key is still in progress. Ask again in a moment.',
      })
    throw error
  }
}

async function answerOf<Value>(db: Db, { actorId, key, route, bodyHash }: Claim): Promise<Answer<Value>> {
  const row = await db.idempotencyKey.findUnique({ where: { actorId_key: { actorId, key } } })
  if (row?.route !== route || row.bodyHash !== bodyHash) return refuse(reused)
  return { replayed: true, response: row.response }
}

/** 422 at the REST door: the request is well formed and still cannot be meant. */
export const reused = invalid('Idempotency-Key', 'This key was used for another request before; choose a new one.')

/** Each claim takes a few of its person's old ones with it; rows somebody else is removing are left to them. */
async function forgetExpired(db: Db, { actorId, now }: Claim): Promise<void> {
  await db.$executeRaw`
    delete from "IdempotencyKey" where "actorId" = ${actorId}::uuid and "key" in (
      select "key" from "IdempotencyKey" where "actorId" = ${actorId}::uuid and "createdAt" < ${expiry(now)}
       limit 20 for update skip locked)`
}

const expiry = (now: Date) => new Date(now.getTime() - KEPT_MS)

export const hashOf = (body: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(sorted(body)) ?? '')
    .digest('hex')

/** The same wish with its fields in another order is the same wish. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
