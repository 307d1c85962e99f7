import { type Context, read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { type Attempt, attempted, inParts, said } from './attempt.ts'
import { findNames, wantedBy } from './names.ts'
import { loadKnown, planSteps } from './plan.ts'
import { importPostmortems } from './postmortems.ts'
import { type FileIn, readDocument } from './read.ts'
import { BATCH_MAX, type FileResult, type ImportDocument, type ImportOptions, type ImportTotals } from './schema.ts'
import { counting, newTotals } from './totals.ts'

export type Running = {
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
 * While one batch is stored, the files of the next are read.
 */
export async function* importFiles(
  context: Context,
  files: AsyncIterable<FileIn> | Iterable<FileIn>,
  { options, onBatch = () => undefined }: Running,
): AsyncGenerator<FileResult, ImportTotals> {
  const totals = newTotals(options)
  const seen = new Map<string, string>()
  let batch: Waiting[] = []
  let size = 0
  let storing = Promise.resolve<FileResult[]>([])
  const store = async (full: readonly Waiting[]) => {
    const results = full.length > 0 ? await storeBatch(context, full, { options, totals }) : []
    onBatch()
    return results
  }
  /** Gives the results of the batch before, which has to be stored first. */
  const flush = async () => {
    const results = await storing
    storing = store(batch)
    // It is awaited after the next files are read, and told then if it fails.
    storing.catch(() => undefined)
    batch = []
    size = 0
    return results
  }
  try {
    for await (const file of files) {
      const given = readDocument(file, options)
      const twice = 'document' in given ? seen.get(given.document.id) : undefined
      if ('problems' in given || twice !== undefined) {
        totals.failed++
        yield failed(
          file.file,
          'problems' in given ? given.problems : [{ line: 1, message: usedBy(given.document.id, twice) }],
        )
        continue
      }
      seen.set(given.document.id, file.file)
      batch.push(given)
      size += file.bytes.length
      if (batch.length === BATCH_MAX || size > BATCH_BYTES) yield* await flush()
    }
    yield* await flush()
    yield* await storing
    return totals
  } finally {
    // Whoever stops asking may close the database next.
    await storing.catch(() => undefined)
  }
}

const usedBy = (id: string, file = '') => `The id "${id}" was used before in this import, by ${file}.`

type Storing = { options: ImportOptions; totals: ImportTotals }

async function storeBatch(
  context: Context,
  batch: readonly Waiting[],
  { options, totals }: Storing,
): Promise<FileResult[]> {
  const parts = await inParts(batch, (some) => {
    const documents = some.map(({ document }) => document)
    return options.dryRun ? planned(context, documents) : attempted(context, importPostmortems, { documents })
  })
  return parts.map(({ each: { document, notes }, told, made }) => {
    counting(totals, told, made)
    if ('message' in told) return failed(document.file, [{ line: 1, message: told.message }])
    const { outcome, number } = told.result
    return { file: document.file, outcome, number: number || null, title: document.title, problems: [], notes }
  })
}

/** What would happen, without numbers being used up for it. */
function planned(context: Context, documents: readonly ImportDocument[]): Promise<Attempt> {
  return said(context, () =>
    read(context, async (work) => {
      const decision = can(work.actor, 'import', 'organization')
      if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
      const known = await loadKnown(work, documents)
      const steps = await planSteps(work, documents, known)
      const changing = steps.filter(({ outcome }) => outcome !== 'unchanged').map(({ document }) => document)
      const { missing } = await findNames(work, wantedBy(changing))
      const results = steps.map(({ document: { id }, outcome }) => ({
        id,
        outcome,
        number: known.get(id)?.number ?? 0,
      }))
      return { ok: true, value: { results, ...namesOf(missing) } }
    }),
  )
}

export const namesOf = ({ teams, services }: { teams: { name: string }[]; services: { name: string }[] }) => ({
  teams: teams.map(({ name }) => name),
  services: services.map(({ name }) => name),
})

const failed = (file: string, problems: FileResult['problems']): FileResult => ({
  file,
  outcome: 'failed',
  number: null,
  title: null,
  problems,
  notes: [],
})
