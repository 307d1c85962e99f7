import { createHash } from 'node:crypto'
import type { Db } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { refuse } from '#lib/problem.ts'

const WINDOW_MS = 15 * 60_000
/** Five for one account from one network; thirty for one account from everywhere, against a guesser with many networks. */
const PER_NETWORK = 5
const PER_ACCOUNT = 30

type Try = { email: string; network: string; now: Date }

/**
 * Counts this attempt before the password is looked at, and refuses the one too many. It is kept in the database so that
 * a restart or a second process does not forgive it.
 */
export async function countAttempt(db: Db, { email, network, now }: Try): Promise<void> {
  const limits = [
    { key: keyOf(email, network), most: PER_NETWORK },
    { key: keyOf(email), most: PER_ACCOUNT },
  ]
  for (const { key, most } of limits) {
    // Twenty tries at the same moment would otherwise not see each other.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
    const since = new Date(now.getTime() - WINDOW_MS)
    await db.signInAttempt.deleteMany({ where: { key, at: { lte: since } } })
    const attempts = await db.signInAttempt.findMany({
      where: { key },
      select: { at: true },
      orderBy: { at: 'asc' },
      take: most,
    })
    const oldest = attempts[attempts.length - most]
    if (oldest)
      refuse({ kind: 'limited', retryAfterSeconds: Math.ceil((oldest.at.getTime() - since.getTime()) / 1000) })
    await db.signInAttempt.create({ data: { id: newId(now), key, at: now } })
  }
}

/** Whoever got in need not pay for their typing errors. */
export async function forgiveAttempts(db: Db, { email, network }: Omit<Try, 'now'>): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { key: { in: [keyOf(email, network), keyOf(email)] } } })
}

/** A hash, because addresses of people who have no account here are nobody's business. */
const keyOf = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex')
