import type net from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '#prisma/client/client.ts'
import { claim } from './embedded/ahead.ts'
import { listenInside } from './embedded/listen.ts'
import { startMaintenance } from './embedded/maintenance.ts'
import { lend, openEmbedded } from './embedded/pool.ts'
import { shareTransactions } from './embedded/shared.ts'
import { keepAnswers } from './kept-answers.ts'
import { type Listen, type Listening, listen } from './listen.ts'
import { QueueingClient } from './queueing-client.ts'
import { APP_ROLE, becomeOwner, ensureRole, prepareSession } from './session.ts'
import { statementName } from './statement-name.ts'
import { openingOf, transaction } from './transaction.ts'

export type Db = Prisma.TransactionClient

export type Database = {
  kind: 'embedded' | 'postgresql'
  /** Outside a transaction it sees what nobody in particular may see. Nouns never hold it. */
  prisma: PrismaClient
  pool: pg.Pool
  /** The embedded data directory's admin socket, for command-line tools that talk to the running server. */
  socket: net.Server | undefined
  /** The settings are what the policies read: who acts, and with which clearances. They end with the transaction. */
  transaction<T>(settings: Record<string, string>, run: (db: Db) => Promise<T>): Promise<T>
  /**
   * The same for what is short and comes often: it may become durable with others that wait at the same time. When one of
   * them fails it is run once more, so it does nothing but ask the database, and twice is as good as once.
   */
  shared<T>(settings: Record<string, string>, run: (db: Db) => Promise<T>): Promise<T>
  /**
   * Reads in such a transaction and keeps what was made of the answers under the key, for whoever is given the same
   * answers. `run` may depend on nothing but the key and what it reads; what it returns can be changed no more.
   */
  kept<T>(settings: Record<string, string>, key: KeptKey, run: (db: Db) => Promise<T>): Promise<T>
  /** For work that is nobody's: the outbox, imports, backups. Policies do not bind it. */
  asOwner<T>(run: (db: Db) => Promise<T>, options?: { timeoutMs?: number }): Promise<T>
  /** A bare connection of the owner without deadlines, for migrations and maintenance. */
  withOwnerClient<T>(run: (client: pg.ClientBase) => Promise<T>): Promise<T>
  /** Hears what transactions tell with pg_notify once they have committed: those of other processes too, where there are any. */
  listen(given: Listen): Promise<Listening>
  close(): Promise<void>
}

export type KeptKey = {
  name: string
  /** One plan for all values. Planning takes longer than finding a record by its number, but lists need plans of their own. */
  plannedOnce?: boolean
}

export type DatabaseOptions = {
  /** A PostgreSQL server. Without it the database is embedded. */
  url?: string
  /** Where the embedded database lives. Without it, it lives in memory and ends with the process. */
  dataDirectory?: string
  /** How many connections to PostgreSQL this process may hold. */
  poolSize?: number
  report?: (sentence: string) => void
}

export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openPostgresql(options.url, options) : openInProcess(options)
}

async function openPostgresql(
  url: string,
  { poolSize = 10, report = console.error }: DatabaseOptions,
): Promise<Database> {
  const connection = { connectionString: url, application_name: 'firebreak', connectionTimeoutMillis: 10_000 }
  const pool = new pg.Pool({
    ...connection,
    Client: QueueingClient,
    max: poolSize,
    onConnect: prepareSession,
    pipeline: true,
  })
  pool.on('error', (error) => report(`A database connection was lost: ${error.message}`))

  return database({
    kind: 'postgresql',
    pool,
    socket: undefined,
    async withOwnerClient(run) {
      const client = new pg.Client(connection)
      client.on('error', () => undefined)
      await client.connect()
      try {
        await becomeOwner(client)
        return await run(client)
      } finally {
        await client.end()
      }
    },
    listen: async (given) => listen(url, given),
    close: () => pool.end(),
  })
}

async function openInProcess({ dataDirectory, report = console.error }: DatabaseOptions): Promise<Database> {
  const claimed = dataDirectory ? await claim(dataDirectory) : undefined
  try {
    const { pool, host, close } = await openEmbedded(
      { report, directory: claimed?.directory, ...(claimed && { launched: claimed.launched }) },
      { onConnect: prepareEmbeddedSession },
    )

    const withOwnerClient = <T>(run: (client: pg.ClientBase) => Promise<T>) =>
      host.withoutDeadline(() => lendToOwner(pool, run))
    const maintenance = claimed ? startMaintenance({ host, withOwnerClient, report }) : undefined

    return database({
      kind: 'embedded',
      pool,
      socket: claimed?.ownership.server,
      withOwnerClient,
      listen: listenInside(pool, withOwnerClient),
      close: async () => {
        maintenance?.stop()
        await close()
        await claimed?.ownership.release()
      },
    })
  } catch (error) {
    await claimed?.ownership.release()
    throw error
  }
}

type Connection = Pick<Database, 'kind' | 'pool' | 'socket' | 'withOwnerClient' | 'listen' | 'close'>

function database(connection: Connection): Database {
  const prisma = new PrismaClient({
    adapter: new PrismaPg(connection.pool, { statementNameGenerator: statementName }),
    errorFormat: 'minimal',
  })
  const ask = keepAnswers(connection.pool)
  const own: Database['transaction'] = (settings, run) => transaction(prisma, { role: APP_ROLE, settings }, run)
  return {
    ...connection,
    prisma,
    transaction: own,
    shared: connection.kind === 'embedded' ? shareTransactions(prisma) : own,
    kept: (settings, { name, plannedOnce = false }, run) => {
      // Asking twice must not do anything twice.
      const how = { transaction_read_only: 'on', ...(plannedOnce && { plan_cache_mode: 'force_generic_plan' }) }
      const options = { role: APP_ROLE, settings: { ...settings, ...how } } as const
      return ask({
        key: name,
        opening: openingOf(options),
        read: (record) => transaction(prisma, options, (db) => record(() => run(db))),
      })
    },
    asOwner: (run, options) => transaction(prisma, { role: 'none', settings: {}, ...options }, run),
    close: async () => {
      await prisma.$disconnect()
      await connection.close()
    },
  }
}

/** The embedded database belongs to this process alone, so the role is made on the spot. */
async function prepareEmbeddedSession(client: pg.ClientBase): Promise<void> {
  await ensureRole(client)
  await prepareSession(client)
}

/** There is one session, so the owner borrows it. */
function lendToOwner<T>(pool: pg.Pool, run: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const borrow = async (client: pg.ClientBase) => {
    await becomeOwner(client)
    const result = await run(client)
    await prepareSession(client)
    return result
  }
  return lend(pool, borrow, 'unless it failed')
}
