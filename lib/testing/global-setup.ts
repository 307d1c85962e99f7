import type { TestProject } from 'vitest/node'
import { bundleThreads } from '#lib/cli/bundle.mjs'
import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { findPostgres, startPostgres, statement, withDatabase } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database that was migrated once for this run. Every worker copies it, to a name that begins with its own. */
    postgresTemplate: string
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  await bundleThreads()
  const lane = project.vitest.projects.find(({ name }) => name === 'postgres')
  if (!lane) return undefined

  if (!process.env.TEST_DATABASE_URL && !findPostgres()) {
    console.log(NOT_RUN)
    lane.config.include = []
    return undefined
  }
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => undefined }
    : await startPostgres()
  const name = `firebreak_test_${process.pid}`
  const stop = async () => {
    await dropDatabases(server.url, name)
    await server.stop()
  }
  try {
    await makeTemplate(server.url, name)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('postgresTemplate', withDatabase(server.url, name))
  return stop
}

const NOT_RUN = `
  ************************************************************************************
  *  THE POSTGRESQL LANE DID NOT RUN: no PostgreSQL server is installed here and      *
  *  TEST_DATABASE_URL is not set. Every *.db.test.ts file was skipped in that lane.  *
  *  Races and lost updates show on PostgreSQL only; do not release on this result.   *
  ************************************************************************************
`

async function makeTemplate(url: string, name: string): Promise<void> {
  await statement(url, `create database ${name}`)
  const database = await openDatabase({ url: withDatabase(url, name) })
  await migrate(database)
  await database.close()
}

/** The template and its copies. They matter on a server that outlives the run. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  const { rows } = await statement<{ name: string }>(
    url,
    `select datname as name from pg_database where datname = '${prefix}' or datname like '${prefix}\\_%'`,
  )
  for (const { name } of rows) await statement(url, `drop database ${name} with (force)`)
}
