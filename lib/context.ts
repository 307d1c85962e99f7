import type { Prisma } from '#prisma/client/client.ts'
import type { Actor } from './actor.ts'

/** The database inside one transaction, already acting as somebody. */
export type Db = Prisma.TransactionClient

/** What one request knows: who asks, when, and how to open a transaction that sees only what they may see. */
export type Context = {
  actor: Actor
  /** One `now` for the whole request, so that everything it writes agrees. */
  now: Date
  requestId: string
  transaction<T>(run: (db: Db) => Promise<T>): Promise<T>
}

/** What commands and queries are handed, inside the transaction. */
export type Work = { actor: Actor; now: Date; requestId: string; db: Db }

/** Reads: one transaction, one view of the data. */
export function read<T>(context: Context, query: (work: Work) => Promise<T>): Promise<T> {
  return context.transaction((db) => query(workIn(context, db)))
}

export const workIn = ({ actor, now, requestId }: Context, db: Db): Work => ({ actor, now, requestId, db })
