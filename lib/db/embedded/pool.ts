import pg from 'pg'
import { type EmbeddedHost, type HostOptions, startHost } from './host.ts'

export type EmbeddedPool = { pool: pg.Pool; host: EmbeddedHost; close(): Promise<void> }

/** PostgreSQL inside this process, behind the ordinary client. One session: everything waits its turn. */
export async function openEmbedded(options: HostOptions, pool: pg.PoolConfig = {}): Promise<EmbeddedPool> {
  const host = await startHost(options)
  const single = new SingleSessionPool({
    ...pool,
    stream: () => host.openStream(),
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
  })
  // An idle connection whose thread died is replaced at the next use; there is nobody to tell.
  single.on('error', () => undefined)
  return {
    pool: single,
    host,
    close: async () => {
      await single.end()
      await host.close()
    },
  }
}

/** The stock pool throws a connection away when a statement on it failed; here that would reset the session for nothing. */
class SingleSessionPool extends pg.Pool {
  // The stock signature has callback forms nobody uses here; Prisma and this code call it with one or two arguments.
  override query = (async (...query: [string | pg.QueryConfig, unknown[]?]) => {
    const client = await this.connect()
    try {
      return await client.query(...query)
    } finally {
      client.release()
    }
  }) as pg.Pool['query']
}
