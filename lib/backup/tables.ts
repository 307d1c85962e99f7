import type { ClientBase } from 'pg'

/** `columns` without those the database computes; `key` is what orders the rows; `heavy` ones hold files. */
export type Table = { name: string; columns: string[]; key: string[]; heavy: boolean }

/**
 * Left behind on purpose: a restored backup must not bring back sessions that were ended or links that were used, and the
 * rest is a day's memory of this one instance.
 */
const left = ['Session', 'SetupLink', 'PasswordLink', 'SignInAttempt', 'IdempotencyKey']

/** The search index is built again from everything else. */
const isLeft = (name: string) => left.includes(name) || name.startsWith('Search')

/** Every table of the product, parents before children, so that rows can be inserted in this order. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { parents: string[] }>(TABLES)
  const tables = rows.filter(({ name }) => !isLeft(name))
  const ordered: Table[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter((table) => table.parents.every((parent) => !waiting.has(parent)))
    if (free.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()]}`)
    for (const { name, columns, key, heavy } of free) {
      ordered.push({ name, columns, key, heavy })
      waiting.delete(name)
    }
  }
  return ordered
}

/** A table's rows as JSON, one text each, in an order that every server and every locale agrees on. */
export function selectRows({ name, columns, key }: Table): string {
  const order = key.map((column) => `t.${quoted(column)}::text collate "C"`).join(', ')
  return `select row_to_json(t)::text as "row" from (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) t order by ${order}`
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Names that begin with an underscore are ledgers of the schema, not data. */
const TABLES = `
  select c.relname::text as "name",
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as "columns",
    (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
      where i.indrelid = c.oid and i.indisprimary) as "key",
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.atttypid = 'bytea'::regtype) as "heavy",
    coalesce((select array_agg(p.relname::text) from pg_constraint f join pg_class p on p.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as "parents"
  from pg_class c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like '\\_%'
  order by c.relname`
