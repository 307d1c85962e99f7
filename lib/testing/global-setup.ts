import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bundle } from '#lib/cli/bundle.mjs'
import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { findPostgres, startPostgres, withDatabase } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server with the database `firebreak_template`, migrated once and copied by every worker. */
    postgresUrl: string
  }
}

export const TEMPLATE = 'firebreak_template'

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  await bundle()
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
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}

const NOT_RUN = `
  ************************************************************************************
  *  THE POSTGRESQL LANE DID NOT RUN: no PostgreSQL server is installed here and      *
  *  TEST_DATABASE_URL is not set. Every *.db.test.ts file was skipped in that lane.  *
  *  Races and lost updates show on PostgreSQL only; do not release on this result.   *
  ************************************************************************************
`

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists ${TEMPLATE} with (force)`)
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const database = await openDatabase({ url: withDatabase(url, TEMPLATE) })
  await migrate(database)
  await database.close()
}
