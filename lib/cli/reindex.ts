import { rebuild } from '#lib/search/rebuild.ts'
import type { CliCommand } from './cli-command.ts'

export const reindex: CliCommand = {
  summary: 'Builds the search index again from the database.',
  help: 'Usage: npx firebreak reindex\n\nPeople can search all the while. Use it after changing MEILI_URL, or when search misses something.',
  place: 'database',
  run: async (_words, { database: open, say }) => {
    const { asOwner } = await open()
    const { total } = await rebuild({ asOwner })
    say(`Indexed ${total} records.`)
  },
}
