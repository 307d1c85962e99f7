import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '#lib/backup/restore.ts'
import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { readEnv } from '#lib/env.ts'
import { rebuild } from '#lib/search/rebuild.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const restore: CliCommand = {
  summary: 'Fills a database from a backup; also moves an instance to PostgreSQL.',
  help: `
Usage: npx firebreak restore FILE [--to postgres://…] [--force]

Stop Firebreak first. All of the backup is restored and checked, or nothing is changed.
  --to       the PostgreSQL server to restore into, instead of the database in the settings
  --force    replace an instance that is already there`,
  place: 'here',
  run: async (words, { folder, say }) => {
    const { values, positionals } = parseArgs({
      args: words,
      options: { to: { type: 'string' }, force: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [name, ...more] = positionals
    if (!name || more.length > 0) throw new Sorry('Say which file to restore: npx firebreak restore FILE')
    const file = path.resolve(folder, name)
    if (!existsSync(file)) throw new Sorry(`There is no file ${file}.`)

    const database = await openDatabase(target(values.to))
    try {
      await migrate(database)
      const { at, sums } = await database.withOwnerClient((client) =>
        restoreBackup(client, { file, replace: values.force }),
      )
      await rebuild(database)
      const rows = Object.values(sums).reduce((total, sum) => total + sum.rows, 0)
      say(`Restored ${rows} rows as they were at ${at}. Everybody signs in again.`)
    } finally {
      await database.close()
    }
  },
}

function target(to: string | undefined) {
  const { DATABASE_URL, DATA_DIR } = readEnv(to ? { ...process.env, DATABASE_URL: to } : process.env)
  return DATABASE_URL ? { url: DATABASE_URL } : { dataDirectory: DATA_DIR }
}
