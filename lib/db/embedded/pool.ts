import pg from 'pg'
import { QueueingClient } from '../queueing-client.ts'
import { type EmbeddedHost, type HostOptions, startHost } from './host.ts'

export type EmbeddedPool = { pool: pg.Pool; host: EmbeddedHost; close(): Promise<void> }

/** PostgreSQL inside this process, behind the ordinary client. One session: everything waits its turn. */
export async function openEmbedded(options: HostOptions, pool: pg.PoolConfig = {}): Promise<EmbeddedPool> {
  const host = await startHost(options)
  const single = new SingleSessionPool({
    ...pool,
    Client: QueueingClient,
    stream: () => host.openStream(),
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    pipeline: true,
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

/** Lends the one connection. When its thread dies meanwhile, what was asked fails; the event besides must not end the process. */
export async function lend<T>(
  pool: pg.Pool,
  use: (client: pg.PoolClient) => Promise<T>,
  keep: 'always' | 'unless it failed',
): Promise<T> {
  const client = await pool.connect()
  const ignore = () => undefined
  client.on('error', ignore)
  let failed = true
  try {
    const result = await use(client)
    failed = false
    return result
  } finally {
    client.off('error', ignore)
    client.release(failed && keep !== 'always')
  }
}

/** The stock pool throws a connection away when a statement on it failed; here that would reset the session for nothing. */
class SingleSessionPool extends pg.Pool {
  // The stock signature has callback forms nobody uses here; Prisma and this code call it with one or two arguments.
  override query = ((...query: [string | pg.QueryConfig, unknown[]?]) =>
    lend(this, (client) => client.query(...query), 'always')) as pg.Pool['query']
}
