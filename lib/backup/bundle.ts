import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { linesOf } from '#lib/lines.ts'

/**
 * One gzipped file of JSON lines, so that `zcat` and `grep` can look into it. Rows are objects; what stands between them
 * is arrays: the beginning, then for each table its columns, its rows and their sum, and at last the end, without which
 * the file was cut off.
 */
export const FORMAT = 1

const Beginning = z.tuple([
  z.literal('firebreak'),
  z.literal(FORMAT),
  z.strictObject({ at: z.iso.datetime(), migrations: z.array(z.string()) }),
])
const TableBegins = z.tuple([z.literal('table'), z.string(), z.array(z.string())])
const TableEnds = z.tuple([z.literal('sum'), z.string(), z.strictObject({ rows: z.int(), sha256: z.hash('sha256') })])
const Ending = z.tuple([z.literal('end'), z.strictObject({ tables: z.int(), rows: z.int() })])
const Mark = z.union([Beginning, TableBegins, TableEnds, Ending])
export type Mark = z.output<typeof Mark>

/** What a bundle holds, table by table. */
export type Sums = Record<string, { rows: number; sha256: string }>

export type Entry = { row: string } | { mark: Mark }

export async function* readBundle(file: string): AsyncGenerator<Entry> {
  const stream = createReadStream(file)
  const unpacked = createGunzip()
  stream.once('error', (error) => unpacked.destroy(error))
  for await (const line of linesOf(stream.pipe(unpacked))) {
    yield line.startsWith('[') ? { mark: Mark.parse(JSON.parse(line)) } : { row: line }
  }
}
