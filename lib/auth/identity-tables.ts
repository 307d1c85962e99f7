import type { Db, Work } from '#lib/context.ts'

/**
 * Passwords, sessions, tokens and one-time links are out of reach of the role that serves pages. This is the one door to
 * them for a command that is running as a person: the same transaction goes on as the owner, and afterwards as before.
 * The person stays the actor, so the command's own rule and the audit log are about them.
 */
export async function onIdentityTables<T>({ db }: Pick<Work, 'db'>, run: (db: Db) => Promise<T>): Promise<T> {
  const [before] = await db.$queryRaw<{ role: string }[]>`select current_setting('role') as "role"`
  await db.$queryRaw`select set_config('role', 'none', true)`
  // When this throws, the transaction is over and the role with it; nothing is left to put back.
  const result = await run(db)
  await db.$queryRaw`select set_config('role', ${before?.role ?? 'none'}, true)`
  return result
}
