import { parseArgs } from 'node:util'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'
import { importGuides } from './import-guides.ts'
import { importPostmortems } from './import-postmortems.ts'
import { importFromTable } from './import-table.ts'

export const importing: CliCommand = {
  summary: 'Brings in postmortems, incidents, action items or guides from files.',
  help: `
Usage: npx firebreak import postmortems DIR [--dry-run] [--as ada@example.com] [--team SLUG]
                     [--map-service "Old name=slug"] [--map-team "Old name=slug"] [--severity sev3] [--status published]
       npx firebreak import incidents FILE.csv [--dry-run] [--as …] [--team SLUG]
       npx firebreak import action-items FILE.csv [--dry-run] [--as …] [--team SLUG]
       npx firebreak import guides DIR [--dry-run]

Postmortems are Markdown files with front matter, in DIR and the folders in it. Understood: id, title, service, team,
severity, start_time, end_time, status, visibility, mechanisms, published, kind, zone; other keys are kept and leave again
with an export. Files written by "firebreak export" say everything. Teams and services that do not exist are made. Running
it again changes what changed in the files and doubles nothing; files that cannot be used are listed with line and reason
while the others go in.
  --as            who imports, and leads what is new: an administrator; without it the first one
  --team          the team of files that name none
  --map-service   a name in the files that means a service here; also --map-team; as often as needed
  --severity      for files that name none, sev3 by default
  --status        for files that name none: published, which is the default, or draft
  --dry-run       says what would happen and changes nothing

Guides are content of the repository: they are checked, and copied to content/guides when all is well.`,
  place: 'database',
  run: async ([what, ...words], surroundings) => {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const [place] = positionals
    const act = what === undefined ? undefined : kinds[what]
    if (!act || !place)
      throw new Sorry('Say what and from where, like "import postmortems DIR". "npx firebreak import --help" explains.')
    await act(place, values, surroundings)
  },
}

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const options = {
  as: text,
  team: text,
  severity: text,
  status: text,
  'map-service': texts,
  'map-team': texts,
  'dry-run': { type: 'boolean' } as const,
}

export type ImportValues = {
  as?: string
  team?: string
  severity?: string
  status?: string
  'map-service'?: string[]
  'map-team'?: string[]
  'dry-run'?: boolean
}
type Act = (place: string, values: ImportValues, surroundings: Parameters<CliCommand['run']>[1]) => Promise<void>

const kinds: Record<string, Act> = {
  postmortems: importPostmortems,
  incidents: importFromTable('incidents'),
  'action-items': importFromTable('action-items'),
  guides: importGuides,
}
