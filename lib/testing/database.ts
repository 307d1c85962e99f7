import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { withDatabase } from './postgres.ts'

export type TestDatabase = {
  database: Database
  /** Empties every table in one statement. Call it in `beforeEach`. */
  truncate(): Promise<void>
}

/**
 * A migrated database of this test worker, on the lane the tests run in: embedded in memory, through the same thread and
 * wire as in production, or a copy of the template on PostgreSQL. Opened once and shared by the files of the worker.
 */
export function testDatabase(): Promise<TestDatabase> {
  worker[KEY] ??= process.env.TEST_LANE === 'postgres' ? onPostgres() : embedded()
  return worker[KEY]
}

// On the global object, because files of one worker may be given modules of their own.
const KEY = Symbol.for('firebreak.test-database')
const worker: typeof globalThis & { [KEY]?: Promise<TestDatabase> } = globalThis

async function embedded(): Promise<TestDatabase> {
  const database = await openDatabase({})
  await migrate(database)
  return withTruncate(database)
}

async function onPostgres(): Promise<TestDatabase> {
  const url = inject('postgresUrl')
  const name = `firebreak_test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // The template may not be in use while it is copied, so copies queue.
  await client.query('select pg_advisory_lock(1)')
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name} template firebreak_template`)
  await client.end()
  return withTruncate(await openDatabase({ url: withDatabase(url, name) }))
}

async function withTruncate(database: Database): Promise<TestDatabase> {
  const tables = await database.asOwner(
    (db) => db.$queryRaw<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables
       where schemaname = 'public' and tablename not in ('_prisma_migrations', '_firebreak_policies')`,
  )
  const statement = `truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`
  const truncate = () => database.asOwner(async (db) => void (await db.$executeRawUnsafe(statement)))
  return { database, truncate }
}
