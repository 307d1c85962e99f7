import type { Database } from '#lib/db/client.ts'
import type { Prisma } from '#prisma/client/client.ts'

type Db = Prisma.TransactionClient

/** Most tests leave a few rows in a dozen tables. More than this in one of them, and truncating all is quicker. */
const FEW = 500
/** Nothing sweeps up after deleted rows in an embedded database, so every so often all is written anew. */
const TRUNCATE_EVERY = 100

/**
 * Makes a database as it was after its migrations. Truncating writes every table and index anew, a thousand files for
 * the tests of one that leaves ten rows; deleting them takes a twentieth of that.
 */
export async function emptying(database: Database): Promise<() => Promise<void>> {
  const { tables, sequences } = await database.asOwner(async (db) => ({
    tables: referencingFirst(await tablesOf(db), await referencesOf(db)),
    sequences: await sequencesOf(db),
  }))
  const everything = `truncate ${tables.join(', ')} restart identity cascade`
  const filled = tables
    .map(
      (table) => `select '${table}' as "table", count(*)::int as rows from (select from ${table} limit ${FEW + 1}) few`,
    )
    .join(' union all ')
  const restart = sequences.map((sequence) => `setval('${sequence}', 1, false)`).join(', ')
  let emptied = 0

  return () =>
    database.asOwner(async (db) => {
      const counted = await db.$queryRawUnsafe<{ table: string; rows: number }[]>(filled)
      if (++emptied % TRUNCATE_EVERY === 0 || counted.some(({ rows }) => rows > FEW))
        return void (await db.$executeRawUnsafe(everything))
      const rowsOf = new Map(counted.map(({ table, rows }) => [table, rows]))
      for (const table of tables) {
        if (!rowsOf.get(table)) continue
        // What happened cannot be deleted, not even by the owner.
        await db.$executeRawUnsafe(table === '"Event"' ? `truncate ${table}` : `delete from ${table}`)
      }
      await db.$queryRawUnsafe(`select ${restart}`)
    })
}

async function tablesOf(db: Db): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
     where schemaname = 'public' and tablename not in ('_prisma_migrations', '_firebreak_policies')`
  return tables.map(({ name }) => name)
}

type Reference = { from: string; to: string }

const referencesOf = (db: Db) => db.$queryRaw<Reference[]>`
  select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f'`

async function sequencesOf(db: Db): Promise<string[]> {
  const sequences = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(sequencename) as name from pg_sequences where schemaname = 'public'`
  return sequences.map(({ name }) => name)
}

/** What refers to a row goes before it. */
function referencingFirst(tables: string[], references: Reference[]): string[] {
  const ordered = new Set<string>()
  const visited = new Set<string>()
  const visit = (table: string) => {
    if (visited.has(table)) return
    visited.add(table)
    for (const { from } of references.filter(({ to }) => to === table)) visit(from)
    ordered.add(table)
  }
  for (const table of tables) visit(table)
  return [...ordered]
}
