import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { FORMAT, type Mark, type Sums } from './bundle.ts'
import { readTables, selectRows, type Table } from './tables.ts'

const ROWS_AT_ONCE = 500
/** A picture of 5 MB is a line of 10. */
const HEAVY_AT_ONCE = 2

/** Writes one consistent copy of everything. The file has its name only when it is whole and on disk. */
export async function writeBackup(client: ClientBase, { file, now }: { file: string; now: Date }): Promise<Sums> {
  const unfinished = `${file}.unfinished`
  const sums: Sums = {}
  await client.query('begin isolation level repeatable read read only')
  try {
    const lines = Readable.from(bundleLines(client, { now, sums }))
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600 }))
    const handle = await open(unfinished, 'r+')
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
    return sums
  } finally {
    await rm(unfinished, { force: true })
    await client.query('rollback')
  }
}

/** What the tables hold now, without writing it anywhere. */
export async function sumTable(client: ClientBase, table: Table): Promise<Sums[string]> {
  const sha256 = createHash('sha256')
  let rows = 0
  for await (const batch of rowsOf(client, table)) {
    for (const row of batch) sha256.update(row).update('\n')
    rows += batch.length
  }
  return { rows, sha256: sha256.digest('hex') }
}

async function* bundleLines(client: ClientBase, { now, sums }: { now: Date; sums: Sums }): AsyncGenerator<string> {
  const tables = await readTables(client)
  yield line(['firebreak', FORMAT, { at: now.toISOString(), migrations: await readMigrationNames(client) }])
  let total = 0
  for (const table of tables) {
    const sha256: Hash = createHash('sha256')
    let rows = 0
    yield line(['table', table.name, table.columns])
    for await (const batch of rowsOf(client, table)) {
      const text = batch.map((row) => `${row}\n`).join('')
      sha256.update(text)
      rows += batch.length
      yield text
    }
    const sum = { rows, sha256: sha256.digest('hex') }
    sums[table.name] = sum
    total += rows
    yield line(['sum', table.name, sum])
  }
  yield line(['end', { tables: tables.length, rows: total }])
}

const line = (mark: Mark) => `${JSON.stringify(mark)}\n`

/** Through a cursor, so that a table larger than memory is no problem. */
async function* rowsOf(client: ClientBase, table: Table): AsyncGenerator<string[]> {
  await client.query(`declare backup no scroll cursor for ${selectRows(table)}`)
  const atOnce = table.heavy ? HEAVY_AT_ONCE : ROWS_AT_ONCE
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${atOnce} from backup`)
    if (rows.length > 0) yield rows.map(({ row }) => row)
    if (rows.length < atOnce) break
  }
  await client.query('close backup')
}

export async function readMigrationNames(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null order by migration_name',
  )
  return rows.map(({ name }) => name)
}
