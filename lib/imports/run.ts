import { execute } from '#lib/command.ts'
import { type Context, read } from '#lib/context.ts'
import { log } from '#lib/log.ts'
import { can } from '#lib/policy/can.ts'
import { type Problem, refuse, sentence } from '#lib/problem.ts'
import { findNames, wantedBy } from './names.ts'
import { loadKnown, planSteps } from './plan.ts'
import { importPostmortems } from './postmortems.ts'
import { type FileIn, readDocument } from './read.ts'
import {
  BATCH_MAX,
  type FileResult,
  type ImportDocument,
  type ImportedOut,
  type ImportOptions,
  type ImportTotals,
} from './schema.ts'

type Given = {
  options: ImportOptions
  /** A batch is committed: search may look at it. */
  onBatch?: () => void
}

type Waiting = { document: ImportDocument; notes: string[] }

/** Batches are also bounded by what they hold, so that memory stays flat whatever the size of the files. */
const BATCH_BYTES = 4_000_000

/**
 * Files in, one result each, as they are stored: batch after batch, each in a transaction of its own. A file that cannot
 * be used is told with its line and holds nothing up. Ended half-way and begun again, it ends as if it had run once.
 */
export async function* importFiles(
  context: Context,
  files: AsyncIterable<FileIn> | Iterable<FileIn>,
  { options, onBatch = () => undefined }: Given,
): AsyncGenerator<FileResult, ImportTotals> {
  const totals = newTotals(options)
  const seen = new Map<string, string>()
  let batch: Waiting[] = []
  let size = 0
  const flush = async () => {
    const results = batch.length > 0 ? await storeBatch(context, batch, { options, totals }) : []
    batch = []
    size = 0
    onBatch()
    return results
  }
  for await (const file of files) {
    const given = readDocument(file, options)
    const twice = 'document' in given ? seen.get(given.document.id) : undefined
    if ('problems' in given || twice !== undefined) {
      totals.failed++
      const problems = 'problems' in given ? given.problems : [{ line: 1, message: usedBy(given.document.id, twice) }]
      yield failed(file.file, problems)
      continue
    }
    seen.set(given.document.id, file.file)
    batch.push(given)
    size += file.bytes.length
    if (batch.length === BATCH_MAX || size > BATCH_BYTES) yield* await flush()
  }
  yield* await flush()
  return totals
}

const usedBy = (id: string, file = '') => `The id "${id}" was used before in this import, by ${file}.`

const newTotals = ({ dryRun }: ImportOptions): ImportTotals => ({
  ...{ created: 0, updated: 0, unchanged: 0, failed: 0, teams: [], services: [], dryRun },
})

type Storing = { options: ImportOptions; totals: ImportTotals }

async function storeBatch(context: Context, batch: readonly Waiting[], storing: Storing): Promise<FileResult[]> {
  const outcome = await attemptBatch(context, batch, storing)
  if (outcome.ok) return batch.map((waiting, index) => stored(waiting, outcome.value, { index, ...storing }))
  const [only, ...others] = batch
  if (only && others.length === 0) {
    storing.totals.failed++
    return [failed(only.document.file, [{ line: 1, message: why(outcome.problem) }])]
  }
  // One of them cannot be stored. Each on its own, the others can.
  const results: FileResult[] = []
  for (const waiting of batch) results.push(...(await storeBatch(context, [waiting], storing)))
  return results
}

async function attemptBatch(context: Context, batch: readonly Waiting[], { options }: Storing) {
  const documents = batch.map(({ document }) => document)
  try {
    if (options.dryRun) return { ok: true as const, value: await planned(context, documents) }
    return await execute(context, importPostmortems, { documents })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (batch.length === 1 && code !== 'P2002')
      log('error', 'A file could not be imported', { requestId: context.requestId, error })
    const message = code === 'P2002' ? taken : 'It could not be stored. The log of the server says why.'
    return { ok: false as const, problem: { kind: 'conflict' as const, message } }
  }
}

const taken = 'Its id, or that of its incident or of an action item, belongs to something that is not open to you.'

/** What would happen, without numbers being used up for it. */
function planned(context: Context, documents: readonly ImportDocument[]): Promise<ImportedOut> {
  return read(context, async (work) => {
    const decision = can(work.actor, 'import', 'organization')
    if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
    const known = await loadKnown(work, documents)
    const steps = await planSteps(work, documents, known)
    const changing = steps.filter(({ outcome }) => outcome !== 'unchanged').map(({ document }) => document)
    const { missing } = await findNames(work, wantedBy(changing))
    return {
      results: steps.map(({ document: { id }, outcome }) => ({ id, outcome, number: known.get(id)?.number ?? 0 })),
      teams: missing.teams.map(({ name }) => name),
      services: missing.services.map(({ name }) => name),
    }
  })
}

function stored(
  { document, notes }: Waiting,
  value: ImportedOut,
  { index, totals }: Storing & { index: number },
): FileResult {
  const result = value.results[index]
  const outcome = result?.outcome ?? 'unchanged'
  totals[outcome]++
  if (index === 0) {
    totals.teams = [...new Set([...totals.teams, ...value.teams])]
    totals.services = [...new Set([...totals.services, ...value.services])]
  }
  return { file: document.file, outcome, number: result?.number || null, title: document.title, problems: [], notes }
}

const failed = (file: string, problems: FileResult['problems']): FileResult => ({
  ...{ file, outcome: 'failed', number: null, title: null, problems, notes: [] },
})

const why = (problem: Problem) => sentence(problem)
