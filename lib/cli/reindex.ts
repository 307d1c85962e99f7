import { env } from '#lib/env.ts'
import { meilisearchIndex } from '#lib/search/meilisearch.ts'
import { rebuildServer } from '#lib/search/mirror.ts'
import { pack, rebuild } from '#lib/search/rebuild.ts'
import type { CliCommand } from './cli-command.ts'

export const reindex: CliCommand = {
  summary: 'Builds the search index again from the database.',
  help: 'Usage: npx firebreak reindex\n\nPeople can search all the while. Use it after a large import, which leaves the index wider than it needs to be, after\nchanging MEILI_URL, or when search misses something.',
  place: 'database',
  run: async (_words, { database: open, say }) => {
    const { asOwner, withOwnerClient } = await open()
    const { total } = await rebuild({ asOwner })
    await withOwnerClient(pack)
    say(`Indexed ${total} records.`)
    const { MEILI_URL: url, MEILI_KEY: key } = env()
    if (!url) return
    const next = meilisearchIndex({ url, key, index: 'firebreak-next', timeoutMs: 30_000 })
    say(`Filled the search server with ${await rebuildServer(asOwner, next)} documents.`)
  },
}
