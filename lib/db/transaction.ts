import { setTimeout as pause } from 'node:timers/promises'
import type { Prisma, PrismaClient } from '#prisma/client/client.ts'
import { sqlState } from './errors.ts'
import type { Question } from './queueing-client.ts'
import type { APP_ROLE } from './session.ts'
import { statementName } from './statement-name.ts'

type Db = Prisma.TransactionClient

/** `role` is put on for this transaction alone; `settings` are what the policies read, and end with it too. */
export type TransactionOptions = {
  role: typeof APP_ROLE | 'none'
  settings: Record<string, string>
  timeoutMs?: number
}

/** As long as a person waits. The embedded database is one queue, so waiting for a turn gets as much. */
const TIMEOUT_MS = 10_000
const ATTEMPTS = 4

/** Runs a transaction, and again when the database asks for that: two transactions met, and this one was chosen to wait. */
export async function transaction<T>(prisma: PrismaClient, options: TransactionOptions, run: (db: Db) => Promise<T>) {
  const { role, settings, timeoutMs = TIMEOUT_MS } = options
  const begin = beginning({ ...settings, role, ...(options.timeoutMs && { statement_timeout: String(timeoutMs) }) })
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(
        async (db) => {
          await db.$queryRawUnsafe(begin.sql, ...begin.values)
          return run(db)
        },
        { maxWait: TIMEOUT_MS, timeout: timeoutMs },
      )
    } catch (error) {
      if (attempt === ATTEMPTS || !AGAIN.has(sqlState(error) ?? '')) throw error
      // Random, or the same two transactions meet again.
      await pause(Math.random() * 25 * 2 ** attempt)
    }
  }
}

// Serialization failure and deadlock.
const AGAIN = new Set(['40001', '40P01'])

/** The same beginning for statements that go out together. */
export function openingOf({ settings, role }: TransactionOptions): Question[] {
  const { sql, values } = beginning({ ...settings, role })
  const ask = { text: sql, name: statementName({ sql }), values, rowMode: 'array' as const }
  return [{ text: 'begin', rowMode: 'array' }, ask]
}

/** One statement for all of them. Names and values are parameters, never text. */
function beginning(settings: Record<string, string>) {
  const pairs = Object.entries(settings)
  const calls = pairs.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`)
  return { sql: `select ${calls.join(', ')}`, values: pairs.flat() }
}
