import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, testDatabase } from '#lib/testing/database.ts'
import type { Database } from './client.ts'
import { migrate } from './migrate.ts'
import { readMigrations, schemaDirectory } from './migration-files.ts'
import { migrationHistory, schemaDifference } from './schema-engine.ts'
import { verifyFloor } from './verify-floor.ts'

describe('the migrations of this release', () => {
  test('make what schema.prisma says', async () => {
    const { database } = await testDatabase()
    const schema = path.join(schemaDirectory(), 'schema.prisma')
    const statements = await database.withOwnerClient(async (client) => {
      const { rows } = await client.query<{ name: string }>(`
        select 'ALTER COLUMN "' || column_name || '" DROP DEFAULT;' as name
          from information_schema.columns where table_schema = 'public' and is_generated = 'ALWAYS'
        union all
        select '"' || relname || '"' from pg_index join pg_class on pg_class.oid = indexrelid where indnatts > indnkeyatts`)
      const difference = await schemaDifference(client, 'database', schema)
      // What schema.prisma cannot say: indexes on expressions or with columns carried along, generated columns.
      const extras = ['DROP INDEX ', ...rows.map(({ name }) => name)]
      const extra = (line: string) => extras.some((text) => line.includes(text))
      return difference.split('\n').filter((line) => line && !line.startsWith('--') && !extra(line))
    })
    expect(statements).toEqual([])
  })

  test('are recorded as Prisma records them', async () => {
    const { database } = await testDatabase()
    const names = (await readMigrations(schemaDirectory())).map(({ name }) => name)
    const directory = path.join(schemaDirectory(), 'migrations')
    const history = await database.withOwnerClient((client) => migrationHistory(client, directory, names))
    expect(history).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    })
  })
})

describe('migrate', () => {
  let directory: string
  let database: Database

  beforeEach(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-migrate-'))
    database = (await emptyDatabase()).database
    await write('migrations/0001_first/migration.sql', 'create table a (id int primary key); insert into a values (1);')
  })
  afterEach(async () => {
    await database.close()
    await fs.rm(directory, { recursive: true })
  })

  const write = async (name: string, content: string) => {
    await fs.mkdir(path.dirname(path.join(directory, name)), { recursive: true })
    await fs.writeFile(path.join(directory, name), content)
  }
  const count = async (table: string) =>
    database.withOwnerClient(
      async (client) => (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n,
    )

  test('applies each change once, in order', async () => {
    await write('migrations/0002_second/migration.sql', 'insert into a values (2); create table b (id int);')
    expect(await migrate(database, directory)).toEqual({ applied: ['0001_first', '0002_second'], policies: 'none' })
    expect(await migrate(database, directory)).toEqual({ applied: [], policies: 'none' })
    expect(await count('a')).toBe(2)
  })

  test('keeps nothing of a change that fails, and makes it once it is mended', async () => {
    await write('migrations/0002_second/migration.sql', 'insert into a values (2); insert into a values (1);')
    await expect(migrate(database, directory)).rejects.toThrow(
      /0002_second could not be made, and nothing of it was kept: duplicate key/,
    )
    expect(await count('a')).toBe(1)
    await write('migrations/0002_second/migration.sql', 'insert into a values (2);')
    expect((await migrate(database, directory)).applied).toEqual(['0002_second'])
  })

  test('refuses a database from a newer release', async () => {
    await write('migrations/0002_future/migration.sql', 'create table b (id int);')
    await migrate(database, directory)
    await fs.rm(path.join(directory, 'migrations/0002_future'), { recursive: true })
    await expect(migrate(database, directory)).rejects.toThrow(
      'This database was made by a newer version of Firebreak: it has the change 0002_future, which this version does not know.',
    )
  })

  test('refuses a change that was edited after it was made', async () => {
    await migrate(database, directory)
    await write('migrations/0001_first/migration.sql', 'create table a (id bigint primary key);')
    await expect(migrate(database, directory)).rejects.toThrow(
      /0001_first.* is not the one this database was made with/,
    )
  })

  test('applies the policies again when they or the tables change', async () => {
    await write('policies.sql', POLICY)
    expect(await migrate(database, directory)).toEqual({ applied: ['0001_first'], policies: 'applied' })
    expect(await migrate(database, directory)).toEqual({ applied: [], policies: 'unchanged' })
    await write('policies.sql', `${POLICY}\n-- changed`)
    expect(await migrate(database, directory)).toEqual({ applied: [], policies: 'applied' })
    await write('migrations/0002_second/migration.sql', 'create table b (id int);')
    expect(await migrate(database, directory)).toEqual({ applied: ['0002_second'], policies: 'applied' })
  })

  test('leaves a floor that verifyFloor trusts, and not without it', async () => {
    await migrate(database, directory)
    await expect(verifyFloor(database)).rejects.toThrow(/no row-level security policies/)
    await write('policies.sql', POLICY)
    await migrate(database, directory)
    await expect(verifyFloor(database)).resolves.toBeUndefined()
    await database.withOwnerClient((client) => client.query('alter table a disable row level security'))
    await expect(verifyFloor(database)).rejects.toThrow(
      'Row-level security does not protect a from the role firebreak_app.',
    )
  })
})

const POLICY = `
  alter table a enable row level security;
  drop policy if exists everybody on a;
  create policy everybody on a for select to firebreak_app using (id < 100);
  grant select on a to firebreak_app;`
