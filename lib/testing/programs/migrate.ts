import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'

// Migrates a PostgreSQL URL or a data directory with the given prisma directory.
const [target = '', directory] = process.argv.slice(2)
try {
  const database = await openDatabase(target.includes('://') ? { url: target } : { dataDirectory: target })
  process.stdout.write('OPEN\n')
  process.stdout.write(`${JSON.stringify(await migrate(database, directory))}\n`)
  await database.close()
} catch (error) {
  process.stdout.write(`REFUSED ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
