import type { Database } from '#lib/db/client.ts'
import { forgetOldUpdates } from '#lib/documents/compact.ts'

/** Repeats of a request are recognised for a day: reliability promise "Idempotency". */
const IDEMPOTENCY_MS = 24 * 60 * 60_000
/** The widest window any sign-in limit looks at is an hour. */
const ATTEMPT_MS = 24 * 60 * 60_000

/** Removes what has run out. Nothing relies on it being gone: every reader looks at the time as well. */
export async function sweep(database: Pick<Database, 'asOwner'>, now: Date): Promise<void> {
  await database.asOwner(async (db) => {
    await db.session.deleteMany({ where: { expiresAt: { lt: now } } })
    await db.setupLink.deleteMany({ where: { expiresAt: { lt: now } } })
    await db.passwordLink.deleteMany({ where: { expiresAt: { lt: now } } })
    await db.signInAttempt.deleteMany({ where: { at: { lt: ago(now, ATTEMPT_MS) } } })
    await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: ago(now, IDEMPOTENCY_MS) } } })
    await forgetOldUpdates(db, now)
  })
}

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms)
