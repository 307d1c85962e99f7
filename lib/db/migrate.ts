import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import type { Database } from './client.ts'
import { type Migration, type Policies, readMigrations, readPolicies, schemaDirectory } from './migration-files.ts'
import { ensureRole } from './session.ts'

export type MigrationResult = { applied: string[]; policies: 'applied' | 'unchanged' | 'none' }

/** The number Prisma's own tools lock, so that they and this wait for each other. */
const ADVISORY_LOCK = 72_707_369

/** Brings a database to this release. Safe to run from several processes at once, and again after being killed anywhere. */
export async function migrate(
  database: Pick<Database, 'withOwnerClient'>,
  directory = schemaDirectory(),
): Promise<MigrationResult> {
  const [migrations, policies] = await Promise.all([readMigrations(directory), readPolicies(directory)])
  return database.withOwnerClient(async (client) => {
    await ensureRole(client)
    // The other process may be migrating a large database; the lock ends with its connection, so this never waits for a dead one.
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    try {
      await client.query(LEDGERS)
      const pending = pendingOf(migrations, await readLedger(client))
      for (const migration of pending) await applyMigration(client, migration)
      return {
        applied: pending.map(({ name }) => name),
        policies: await applyPolicies(client, policies, pending.length > 0),
      }
    } finally {
      await client.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => undefined)
    }
  })
}

/** Prisma's table, column for column, and one for the policies, which Prisma does not know. */
const LEDGERS = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  );
  create table if not exists _firebreak_policies (
    id integer primary key default 1 check (id = 1),
    checksum text not null,
    applied_at timestamptz not null default now()
  )`

type LedgerRow = { name: string; checksum: string; finished: boolean }

async function readLedger(client: pg.ClientBase): Promise<LedgerRow[]> {
  const { rows } = await client.query<LedgerRow>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  )
  return rows
}

function pendingOf(migrations: Migration[], ledger: LedgerRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of ledger) {
    const migration = known.get(row.name)
    if (!migration) {
      throw new CannotStart(
        `This database was made by a newer version of Firebreak: it has the change ${row.name}, which this version does not know. Start that version, or restore a backup made with this one.`,
      )
    }
    if (!row.finished) {
      throw new CannotStart(
        `The change ${row.name} was begun by another tool and not finished. Restore the last backup, or finish it with "prisma migrate resolve".`,
      )
    }
    if (row.checksum !== migration.checksum) {
      throw new CannotStart(
        `The file prisma/migrations/${row.name}/migration.sql is not the one this database was made with. Install this version of Firebreak again from its release.`,
      )
    }
  }
  const applied = new Set(ledger.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

/** The change and the note that it was made commit together, so a kill leaves both or neither. */
async function applyMigration(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await inTransaction(client, { name, sql }, async () => {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
  })
}

async function applyPolicies(
  client: pg.ClientBase,
  policies: Policies | undefined,
  tablesChanged: boolean,
): Promise<MigrationResult['policies']> {
  if (!policies) return 'none'
  const { rows } = await client.query<{ checksum: string }>('select checksum from _firebreak_policies')
  if (rows[0]?.checksum === policies.checksum && !tablesChanged) return 'unchanged'
  await inTransaction(client, { name: 'policies.sql', sql: policies.sql }, async () => {
    await client.query(policies.sql)
    await client.query(
      `insert into _firebreak_policies (checksum) values ($1)
       on conflict (id) do update set checksum = excluded.checksum, applied_at = now()`,
      [policies.checksum],
    )
  })
  return 'applied'
}

async function inTransaction(client: pg.ClientBase, { name, sql }: Change, run: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await run()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new CannotStart(
      `The database change ${name} could not be made, and nothing of it was kept: ${reasonOf(error, sql)}`,
      {
        cause: error,
      },
    )
  }
}

type Change = { name: string; sql: string }

/** PostgreSQL counts characters from the start of the file; people look for lines. */
function reasonOf(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error)
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN
  if (Number.isNaN(position)) return error.message
  return `${error.message} (line ${sql.slice(0, position).split('\n').length})`
}
