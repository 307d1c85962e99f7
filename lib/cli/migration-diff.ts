import path from 'node:path'
import { openDatabase } from '#lib/db/client.ts'
import { schemaDifference } from '#lib/db/schema-engine.ts'
import type { CliCommand } from './cli-command.ts'

export const migrationDiff: CliCommand = {
  summary: 'Print the SQL that brings an empty database to prisma/schema.prisma.',
  help: [
    'Usage: firebreak migration-diff',
    '',
    'For developers. Take what changed into a new file prisma/migrations/NNNN_name/migration.sql.',
  ].join('\n'),
  place: 'here',
  async run(_words, { home, say }) {
    // In memory, because the engine asks a server for its version before it writes SQL.
    const database = await openDatabase({})
    try {
      const schema = path.join(home, 'prisma/schema.prisma')
      say(await database.withOwnerClient((client) => schemaDifference(client, 'empty', schema)))
    } finally {
      await database.close()
    }
  },
}
