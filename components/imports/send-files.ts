import type { FileResult, ImportTotals } from '#lib/imports/schema.ts'
import type { Told } from './state.ts'

/** Two megabytes a request: progress is seen, and a lost connection loses little. */
const REQUEST_BYTES = 2_000_000
const REQUEST_FILES = 100

export type Chosen = { name: string; size: number; text: () => Promise<string> }
type Sending = { options: Record<string, string>; dryRun: boolean; onProgress: (done: number) => void }

/** Sends files in portions and gathers what became of each. Reading them only when their turn comes keeps the page light. */
export async function sendFiles(files: readonly Chosen[], { options, dryRun, onProgress }: Sending) {
  const results: Told[] = []
  const totals: ImportTotals = { created: 0, updated: 0, unchanged: 0, failed: 0, teams: [], services: [], dryRun }
  const query = new URLSearchParams({ ...options, dryRun: String(dryRun) })
  for (const portion of portions(files)) {
    const lines = await Promise.all(
      portion.map(async (file) => JSON.stringify({ file: file.name, text: await file.text() })),
    )
    const response = await fetch(`/api/v1/imports/postmortems?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
    const text = await response.text()
    if (!response.ok) throw new Error((JSON.parse(text) as { detail?: string }).detail ?? '')
    for (const line of text.split('\n').filter(Boolean)) take(JSON.parse(line), { results, totals })
    onProgress(results.length)
  }
  return { results, totals }
}

type Line = FileResult | { totals: ImportTotals }

function take(line: Line, { results, totals }: { results: Told[]; totals: ImportTotals }): void {
  if (!('totals' in line)) {
    const { file, outcome, number, title, problems, notes } = line
    const wrong = problems.map(({ line: at, message }) => `${at}: ${message}`)
    results.push({ where: file, outcome, number, title, remarks: [...wrong, ...notes] })
    return
  }
  for (const key of ['created', 'updated', 'unchanged', 'failed'] as const) totals[key] += line.totals[key]
  totals.teams = [...new Set([...totals.teams, ...line.totals.teams])]
  totals.services = [...new Set([...totals.services, ...line.totals.services])]
}

function* portions(files: readonly Chosen[]): Generator<Chosen[]> {
  let portion: Chosen[] = []
  let size = 0
  for (const file of files) {
    if (portion.length === REQUEST_FILES || (portion.length > 0 && size + file.size > REQUEST_BYTES)) {
      yield portion
      portion = []
      size = 0
    }
    portion.push(file)
    size += file.size
  }
  if (portion.length > 0) yield portion
}
