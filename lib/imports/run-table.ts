import { type Context, read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { importActionItems } from './action-items.ts'
import { type Attempt, attempted, inParts, said } from './attempt.ts'
import { importIncidents } from './incidents.ts'
import { findNames, unique } from './names.ts'
import { namesOf, type Running } from './run.ts'
import { BATCH_MAX, type ImportTotals, type RowResult } from './schema.ts'
import { knownIncidents } from './store-incidents.ts'
import { knownItems } from './store-items.ts'
import { type IncidentRow, type ItemRow, readIncidents, readItems, type TableKind } from './table-rows.ts'
import { counting, newTotals } from './totals.ts'

type Row = IncidentRow | ItemRow

/** A table in, one result a row. Rows that cannot be used are told with their line, while the others go in. */
export async function* importTable(
  context: Context,
  { kind, text }: { kind: TableKind; text: string },
  { options, onBatch = () => undefined }: Running,
): AsyncGenerator<RowResult, ImportTotals> {
  const totals = newTotals(options)
  const { rows, problems, unknown } = kind === 'incidents' ? readIncidents(text, options) : readItems(text, options)
  for (const name of unknown) yield note(`The column "${name}" is not known and is left out.`)
  for (const { line, message } of problems) {
    totals.failed++
    yield { line, outcome: 'failed', number: null, title: null, problem: message, notes: [] }
  }
  for (let start = 0; start < rows.length; start += BATCH_MAX) {
    const batch: readonly Row[] = rows.slice(start, start + BATCH_MAX)
    const parts = await inParts(batch, (some) => (options.dryRun ? planned(context, some) : stored(context, some)))
    onBatch()
    for (const { each, told, made } of parts) {
      counting(totals, told, made)
      const { line, notes } = each
      const title = 'facts' in each ? each.facts.title : each.item.title
      if ('message' in told) yield { line, outcome: 'failed', number: null, title, problem: told.message, notes }
      else yield { line, outcome: told.result.outcome, number: told.result.number || null, title, problem: null, notes }
    }
  }
  return totals
}

const note = (text: string): RowResult => ({
  line: 1,
  outcome: 'unchanged',
  number: null,
  title: null,
  problem: null,
  notes: [text],
})

const incidentsIn = (rows: readonly Row[]) => rows.flatMap((row) => ('facts' in row ? [row.facts] : []))
const itemsIn = (rows: readonly Row[]) => rows.flatMap((row) => ('item' in row ? [row] : []))

function stored(context: Context, rows: readonly Row[]): Promise<Attempt> {
  const incidents = incidentsIn(rows)
  if (incidents.length > 0) return attempted(context, importIncidents, { incidents })
  const items = itemsIn(rows).map(({ item, owner, postmortem }) => ({ item, owner, postmortem }))
  return attempted(context, importActionItems, { rows: items })
}

function planned(context: Context, rows: readonly Row[]): Promise<Attempt> {
  return said(context, () =>
    read(context, async (work) => {
      const decision = can(work.actor, 'import', 'organization')
      if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
      const [incidents, items] = [incidentsIn(rows), itemsIn(rows)]
      const ids = [...incidents, ...items.map(({ item }) => item)].map(({ id }) => id)
      const known = incidents.length > 0 ? await knownIncidents(work, ids) : await knownItems(work, items)
      const teams = [...incidents, ...items.map(({ item }) => item)].map(({ team }) => team)
      const services = incidents.flatMap(({ team, services }) =>
        services.map(({ slug, name }) => ({ slug, name, team })),
      )
      const { missing } = await findNames(work, { teams: unique(teams), services: unique(services) })
      const results = ids.map((id) => ({
        id,
        number: known.get(id)?.number ?? 0,
        outcome: known.has(id) ? ('updated' as const) : ('created' as const),
      }))
      return { ok: true, value: { results, ...namesOf(missing) } }
    }),
  )
}
