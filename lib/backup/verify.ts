import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { type Restored, restoreBackup } from './restore.ts'

/** A backup nobody restored is a hope. This restores it into a database in memory, with all counts and hashes compared. */
export async function verifyBackup(file: string): Promise<Restored> {
  const scratch = await openDatabase({})
  try {
    await migrate(scratch)
    return await scratch.withOwnerClient((client) => restoreBackup(client, { file, replace: false }))
  } finally {
    await scratch.close()
  }
}
