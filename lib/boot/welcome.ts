import { issueSetupLink } from '#lib/accounts/setup-link.ts'
import type { Database } from '#lib/db/client.ts'
import { appOrigin, type Env } from '#lib/env.ts'

/** What an instance without an organization begins with: the sample, or a link for its first administrator. */
export async function welcome(database: Database, env: Env): Promise<void> {
  const link = await database.asOwner((db) => issueSetupLink(db, new Date()))
  if (!link) return
  if (env.FIREBREAK_SAMPLE) {
    console.log('Moving the sample organization in. This takes some seconds.')
    const { loadSample } = await import('#prisma/seed.ts')
    return loadSample(database)
  }
  // There is no default password, ever: the first visitor could be anybody.
  console.log('This instance is new. Make its first administrator within 24 hours, with this link that works once:')
  console.log(`  ${appOrigin(env)}${link}`)
}
