import { ExportedItem, Facts } from '#lib/exports/schema.ts'
import { slugOf } from '#lib/ids.ts'
import { milestoneNames } from '#lib/incidents/model.ts'
import { momentOf, settle } from '#lib/wall-clock.ts'
import { type CsvRow, readCsv } from './csv.ts'
import { factIssues } from './fact-check.ts'
import { fromForeign } from './foreign.ts'
import type { FileProblem } from './front-matter.ts'
import type { ImportOptions } from './schema.ts'

export const kinds = ['incidents', 'action-items'] as const
export type TableKind = (typeof kinds)[number]

export type IncidentRow = { line: number; notes: string[]; facts: Facts }
export type ItemRow = { line: number; notes: string[]; item: ExportedItem; owner: string; postmortem: string }

const milestoneColumns = Object.fromEntries(
  milestoneNames.map((name) => [`${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_at`, name]),
)

/** The columns each table may have. `id` tells a row again when it comes a second time. */
export const columnsOf: Record<TableKind, readonly string[]> = {
  incidents: [
    ...['id', 'title', 'severity', 'kind', 'team', 'services', 'mechanisms', 'start_time', 'end_time'],
    ...Object.keys(milestoneColumns),
    ...['visibility', 'zone'],
  ],
  'action-items': [
    ...['id', 'title', 'done_when', 'priority', 'team', 'owner', 'due_on', 'first_due_on', 'postmortem'],
    ...['outcome', 'closed_at', 'closing_note'],
  ],
}

type Rows<Row> = { rows: Row[]; problems: FileProblem[]; unknown: string[] }

/** Every row that can be used, and what is wrong with each of the others. */
export const readIncidents = (text: string, options: ImportOptions): Rows<IncidentRow> =>
  readTable(text, 'incidents', (row) => incidentFrom(row, options))
export const readItems = (text: string, options: ImportOptions): Rows<ItemRow> =>
  readTable(text, 'action-items', (row) => itemFrom(row, options))

type Understood<Row> = { row: Row } | { wrong: string[] }

function readTable<Row>(text: string, kind: TableKind, understand: (row: CsvRow) => Understood<Row>): Rows<Row> {
  const { columns, rows, problems } = readCsv(text)
  const unknown = columns.filter((name) => name && !columnsOf[kind].includes(name))
  const lacking = rows.length > 0 ? ['id', 'title'].filter((name) => !columns.includes(name)) : []
  if (lacking.length > 0)
    return {
      rows: [],
      unknown,
      problems: lacking.map((name) => ({ line: 1, message: `The column "${name}" is missing.` })),
    }
  const seen = new Map<string, number>()
  const good: Row[] = []
  for (const row of rows) {
    const id = row.cells.id ?? ''
    const before = seen.get(id)
    const given = !id
      ? { wrong: ['The id is missing.'] }
      : before
        ? { wrong: [`The id "${id}" stands in line ${before} already.`] }
        : understand(row)
    seen.set(id, before ?? row.line)
    if ('row' in given) good.push(given.row)
    else problems.push({ line: row.line, message: [...new Set(given.wrong)].join(' ') })
  }
  return { rows: good, problems, unknown }
}

const listed = (cell = '') =>
  cell
    .split(';')
    .map((word) => word.trim())
    .filter(Boolean)

function incidentFrom({ line, cells }: CsvRow, options: ImportOptions): Understood<IncidentRow> {
  const { services, mechanisms, ...own } = cells
  const data = { ...own, services: listed(services), mechanisms: listed(mechanisms) }
  const { document, wrong, notes } = fromForeign({ data, body: '', file: cells.id ?? '', options })
  const milestones: Record<string, string | null> = {}
  for (const [column, name] of Object.entries(milestoneColumns)) {
    const at = momentFrom(cells[column], cells.zone || 'UTC')
    if (at === 'wrong') wrong.push({ key: column, message: `"${cells[column]}" is not a time (${column}).` })
    else if (at) milestones[name] = at
  }
  if (wrong.length > 0) return { wrong: wrong.map(({ message }) => message) }
  const given = document.incident as { milestones: Record<string, string | null> }
  const parsed = Facts.safeParse({ ...given, milestones: { ...given.milestones, ...milestones } })
  if (!parsed.success) return { wrong: parsed.error.issues.map(({ message }) => message) }
  const issues = factIssues(parsed.data)
  return issues.length > 0
    ? { wrong: issues.map(({ message }) => message) }
    : { row: { line, notes, facts: parsed.data } }
}

function itemFrom({ line, cells }: CsvRow, options: ImportOptions): Understood<ItemRow> {
  const { id, title, done_when, priority, team, owner, due_on, first_due_on, postmortem, outcome, closed_at } = cells
  const name = team || options.team
  if (!name) return { wrong: ['It names no team. Fill the column "team", or choose one for all rows that name none.'] }
  const slug = team && Object.hasOwn(options.teams, team) ? options.teams[team] : undefined
  const closedAt = momentFrom(closed_at, 'UTC')
  if (closedAt === 'wrong') return { wrong: [`"${closed_at}" is not a time (closed_at).`] }
  const closed = outcome
    ? {
        outcome: outcome.toLowerCase(),
        note: cells.closing_note || 'Closed before it was imported.',
        at: closedAt ?? `${due_on}T00:00:00.000Z`,
      }
    : null
  const parsed = ExportedItem.safeParse({
    id,
    title,
    doneWhen: done_when ?? '',
    priority: (priority || 'p2').toLowerCase(),
    team: slug ? { slug, name: slug } : { slug: slugOf(name), name },
    dueOn: due_on,
    originalDueOn: first_due_on || due_on,
    closure: closed,
  })
  if (!parsed.success)
    return {
      wrong: parsed.error.issues.map(({ path, message }) =>
        path[0] === 'dueOn' || path[0] === 'originalDueOn'
          ? 'The column "due_on" needs a date like 2026-11-20.'
          : message,
      ),
    }
  return { row: { line, notes: [], item: parsed.data, owner: owner ?? '', postmortem: postmortem ?? '' } }
}

function momentFrom(cell: string | undefined, zone: string): string | null | 'wrong' {
  if (!cell) return null
  const moment = momentOf(/^\d{4}-\d{2}-\d{2}$/.test(cell) ? `${cell} 00:00` : cell)
  const settled = moment && settle(moment, zone)
  return settled && 'at' in settled ? settled.at.toISOString() : 'wrong'
}
