import { setTimeout as pause } from 'node:timers/promises'
import type { Prisma, PrismaClient } from '#prisma/client/client.ts'
import { sqlState } from './errors.ts'
import { insertingAtOnce } from './insert.ts'
import { opening, type Question } from './queueing-client.ts'
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
  const begin = openingOf({
    role,
    settings: { ...settings, ...(options.timeoutMs && { statement_timeout: String(timeoutMs) }) },
  })
  for (let attempt = 1; ; attempt++) {
    try {
      return await opening.run(begin, () =>
        prisma.$transaction((db) => run(insertingAtOnce(db)), { maxWait: TIMEOUT_MS, timeout: timeoutMs }),
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

/** What makes a transaction somebody's: one statement for all settings. Names and values are parameters, never text. */
export function openingOf({ settings, role }: TransactionOptions): Question[] {
  const pairs = Object.entries({ ...settings, role })
  const calls = pairs.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`)
  const text = `select ${calls.join(', ')}`
  const become = { text, name: statementName({ sql: text }), values: pairs.flat(), rowMode: 'array' as const }
  return [{ text: 'begin', rowMode: 'array' }, become]
}
