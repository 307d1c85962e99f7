import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { verifyBackup } from '#lib/backup/verify.ts'
import { writeBackup } from '#lib/backup/write.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const backup: CliCommand = {
  summary: 'Writes everything to one file, and proves it by restoring it.',
  help: `
Usage: npx firebreak backup [FILE]

Works while Firebreak runs. Without FILE it goes to DATA_DIR/backups. The file holds restricted postmortems too: keep it
as safe as the database. Sessions are not in it, so everybody signs in again after a restore.`,
  place: 'database',
  run: async (words, { database, folder, dataDirectory, say }) => {
    const { positionals } = parseArgs({ args: words, options: {}, allowPositionals: true })
    if (positionals.length > 1) throw new Sorry('Give one file name, or none.')
    const now = new Date()
    const file = positionals[0] ? path.resolve(folder, positionals[0]) : newFile(dataDirectory, now)
    const sums = await (await database()).withOwnerClient((client) => writeBackup(client, { file, now }))
    say(`Wrote ${file} (${Math.ceil(statSync(file).size / 1000)} kB). Restoring it into memory to check it…`)
    await verifyBackup(file)
    const rows = Object.values(sums).reduce((total, sum) => total + sum.rows, 0)
    say(`The backup is whole: ${rows} rows in ${Object.keys(sums).length} tables came out as they went in.`)
  },
}

function newFile(dataDirectory: string, now: Date): string {
  const folder = path.join(dataDirectory, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return path.join(folder, `firebreak-${now.toISOString().replace(/[:.]/g, '-')}.ndjson.gz`)
}
