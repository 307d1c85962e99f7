import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { INCIDENTS, ITEMS, seedLarge, TEAMS } from './large.ts'

// Fills the empty PostgreSQL database of DATABASE_URL with what a large company collects, for looking around in it.
const url = process.env.DATABASE_URL
if (!url) throw new Error('Give an empty PostgreSQL database as DATABASE_URL.')
const database = await openDatabase({ url })
try {
  await migrate(database)
  const started = performance.now()
  await seedLarge(database, new Date())
  const seconds = Math.round((performance.now() - started) / 1_000)
  console.log(JSON.stringify({ bench: 'seed-large', items: ITEMS, incidents: INCIDENTS, teams: TEAMS, seconds }))
} finally {
  await database.close()
}
