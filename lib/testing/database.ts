import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { emptying } from './emptying.ts'
import { statement, withDatabase } from './postgres.ts'

export type TestDatabase = {
  database: Database
  /** Leaves no row of an earlier test. Call it in `beforeEach`. */
  empty(): Promise<void>
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

/** An empty database of the lane, without tables, for tests of migrations themselves. Close it. */
export async function emptyDatabase(): Promise<{ database: Database; url: string | undefined }> {
  if (process.env.TEST_LANE !== 'postgres') return { database: await openDatabase({}), url: undefined }
  const template = new URL(inject('postgresTemplate'))
  const name = `${template.pathname.slice(1)}_empty_${randomBytes(4).toString('hex')}`
  await statement(withDatabase(template.href, 'postgres'), `create database ${name}`)
  const url = withDatabase(template.href, name)
  return { database: await openDatabase({ url }), url }
}

async function embedded(): Promise<TestDatabase> {
  const database = await openDatabase({})
  await migrate(database)
  return withEmptying(database)
}

async function onPostgres(): Promise<TestDatabase> {
  const template = new URL(inject('postgresTemplate'))
  const source = template.pathname.slice(1)
  const name = `${source}_${process.pid}`
  const client = new pg.Client({ connectionString: withDatabase(template.href, 'postgres') })
  await client.connect()
  // A template may not be in use, not even by another copy being made.
  await client.query('select pg_advisory_lock(1)')
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name} template ${source}`)
  await client.end()
  return withEmptying(await openDatabase({ url: withDatabase(template.href, name) }))
}

const withEmptying = async (database: Database): Promise<TestDatabase> => ({
  database,
  empty: await emptying(database),
})
