import type { ClientBase } from 'pg'
import { Sorry } from '#lib/sorry.ts'
import { type Mark, readBundle, type Sums } from './bundle.ts'
import { quoted, readTables, type Table } from './tables.ts'
import { readMigrationNames, sumTable } from './write.ts'

/** One statement's parameter stays far below PostgreSQL's 1 GB, and memory far below that. */
const BATCH_ROWS = 500
const BATCH_CHARACTERS = 4_000_000

export type Restored = { at: string; sums: Sums }

/**
 * Puts a bundle into a database: all of it, counted and hashed again from the tables, or nothing. The rules of the
 * database stay on. Its triggers only derive what the bundle holds too, and the sums prove that they came to the same.
 */
export async function restoreBackup(
  client: ClientBase,
  { file, replace }: { file: string; replace: boolean },
): Promise<Restored> {
  await client.query('begin')
  try {
    const tables = new Map((await readTables(client)).map((table) => [table.name, table]))
    if (replace) await emptyTables(client)
    else await requireEmpty(client)
    // A row may refer to one of its own table that comes in a later batch.
    await client.query('set constraints all deferred')
    const restored = await fill(client, file, tables)
    await moveSequences(client)
    await client.query('commit')
    return restored
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function fill(client: ClientBase, file: string, tables: Map<string, Table>): Promise<Restored> {
  const restored: Restored = { at: '', sums: {} }
  let current: Table | undefined
  let batch: string[] = []
  let characters = 0
  let ended = false
  const flush = async () => {
    if (current && batch.length > 0) await insert(client, current, batch)
    batch = []
    characters = 0
  }
  for await (const entry of readBundle(file)) {
    if ('row' in entry) {
      batch.push(entry.row)
      characters += entry.row.length
      if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush()
      continue
    }
    const { mark } = entry
    await flush()
    if (mark[0] === 'firebreak') restored.at = await begin(client, mark)
    if (mark[0] === 'table') current = knownTable(tables, mark[1], mark[2])
    if (mark[0] === 'sum') restored.sums[mark[1]] = mark[2]
    if (mark[0] === 'end') ended = true
  }
  if (!ended || !restored.at) throw new Sorry('This backup is not whole: its end is missing. Use another one.')
  await client.query('set constraints all immediate')
  // After the last row, because a child's trigger may still change its parent.
  for (const [name, sum] of Object.entries(restored.sums)) await compare(client, tables.get(name), sum)
  return restored
}

async function begin(client: ClientBase, [, , { at, migrations }]: Extract<Mark, ['firebreak', ...unknown[]]>) {
  const known = await readMigrationNames(client)
  const unknown = migrations.find((name) => !known.includes(name))
  if (unknown) {
    throw new Sorry(
      `This backup was made by a newer version of Firebreak: it has the database change ${unknown}. Restore it with that version.`,
    )
  }
  return at
}

/** A bundle of an older version lacks the columns that came since; they keep their defaults. */
function knownTable(tables: Map<string, Table>, name: string, columns: string[]): Table {
  const table = tables.get(name)
  if (!table) throw new Sorry(`This backup has a table "${name}" that this version of Firebreak does not know.`)
  const known = { ...table, columns }
  tables.set(name, known)
  return known
}

async function insert(client: ClientBase, { name, columns }: Table, rows: string[]): Promise<void> {
  const list = columns.map(quoted).join(', ')
  await client.query(
    `insert into ${quoted(name)} (${list}) select ${list} from json_populate_recordset(null::${quoted(name)}, $1::json)`,
    [`[${rows.join(',')}]`],
  )
}

async function compare(client: ClientBase, table: Table | undefined, expected: Sums[string]): Promise<void> {
  if (!table) return
  const found = await sumTable(client, table)
  if (found.rows === expected.rows && found.sha256 === expected.sha256) return
  throw new Sorry(
    `The table "${table.name}" did not come out as it was saved (${found.rows} of ${expected.rows} rows, or other contents), so nothing was restored.`,
  )
}

async function requireEmpty(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('select 1 from "Organization"')
  if (!rowCount) return
  throw new Sorry(
    'There is already an instance in this database, so nothing was restored. Use --force to replace all of it with the backup.',
  )
}

async function emptyTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ list: string }>(
    `select string_agg(oid::regclass::text, ', ') as list from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like '\\_%'`,
  )
  await client.query(`truncate ${rows[0]?.list} restart identity cascade`)
}

/** The next incident gets the number after the largest that was restored. */
async function moveSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname::text as "table", a.attname::text as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
        and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`,
  )
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(column)}), 1), max(${quoted(column)}) is not null) from ${quoted(table)}`,
      [quoted(table), column],
    )
  }
}
