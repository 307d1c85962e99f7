import { statfs } from 'node:fs/promises'
import type { Server } from '#lib/server.ts'

/** A load balancer that waits longer has already sent its people elsewhere. */
const ANSWER_MS = 1_000
/** The database refuses to start below this, so sending more writes here would be unkind. */
const FREE_BYTES = 100_000_000

export type Readiness = { ready: boolean; checks: { serving: boolean; database: boolean; disk: boolean } }

/** Whether to send people here. A search engine or a mail server that is down does not count: pages work without them. */
export async function readiness(server: Server | undefined, dataDirectory: string): Promise<Readiness> {
  const [database, disk] = await Promise.all([answers(server), hasRoom(dataDirectory)])
  // Migrations ran before the server was set; there is no serving without them.
  const checks = { serving: server?.state === 'ready', database, disk }
  return { ready: Object.values(checks).every(Boolean), checks }
}

async function answers(server: Server | undefined): Promise<boolean> {
  if (!server) return false
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, ANSWER_MS, false).unref())
  const answer = server.database.pool.query('select 1').then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late])
}

async function hasRoom(dataDirectory: string): Promise<boolean> {
  const disk = await statfs(dataDirectory).catch(() => undefined)
  // With a PostgreSQL server elsewhere there may be no such directory, and then nothing is written there.
  return disk === undefined || disk.bavail * disk.bsize >= FREE_BYTES
}
