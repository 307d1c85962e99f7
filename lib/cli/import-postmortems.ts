import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from '#lib/command.ts'
import type { FileIn } from '#lib/imports/read.ts'
import { importFiles } from '#lib/imports/run.ts'
import { FILE_MAX, type FileResult, ImportOptions, type ImportTotals } from '#lib/imports/schema.ts'
import { wakeDispatcher } from '#lib/jobs/dispatch.ts'
import { contextOn } from '#lib/server.ts'
import { Sorry } from '#lib/sorry.ts'
import { actingAs } from './acting.ts'
import type { Surroundings } from './cli-command.ts'
import { filesUnder } from './files-under.ts'
import type { ImportValues } from './import.ts'
import { withImages } from './import-images.ts'

/** More than these scroll away anyway; the totals count all. */
const LISTED_MAX = 200
const PROGRESS_MS = 2_000

export async function importPostmortems(
  place: string,
  values: ImportValues,
  surroundings: Surroundings,
): Promise<void> {
  const { database: open, folder, say } = surroundings
  const options = optionsFrom(values)
  const directory = path.resolve(folder, place)
  const names = await filesUnder(directory, /\.(md|markdown|json)$/i)
  if (names.length === 0) throw new Sorry(`There is no Markdown file in ${directory}.`)
  const database = await open()
  const actor = await actingAs(database, values.as)
  say(`Importing ${counted(names.length, 'file')} as ${actor.name}${options.dryRun ? ', only looking' : ''}.`)
  const context = contextOn(database, actor)
  const results = importFiles(context, readFiles(directory, names), { options, onBatch: wakeDispatcher })
  const totals = await told(options.dryRun ? results : withImages(results, { context, directory }), {
    total: names.length,
    say,
  })
  for (const line of summary(totals)) say(line)
  if (totals.failed > 0)
    throw new Sorry(
      `${counted(totals.failed, 'file')} could not be used. Mend them and run this again; the others stay.`,
    )
}

async function told(
  results: AsyncGenerator<FileResult, ImportTotals>,
  { total, say }: { total: number; say: (line: string) => void },
): Promise<ImportTotals> {
  const began = performance.now()
  let [done, shown, last] = [0, 0, began]
  for (;;) {
    const next = await results.next()
    if (next.done) {
      if (shown > LISTED_MAX) say(`… and ${shown - LISTED_MAX} more remarks.`)
      return next.value
    }
    done++
    for (const line of remarks(next.value)) if (++shown <= LISTED_MAX) say(line)
    const now = performance.now()
    if (now - last < PROGRESS_MS) continue
    last = now
    say(`${done} of ${total}, ${Math.round((done * 1000) / (now - began))} a second`)
  }
}

const remarks = ({ file, problems, notes }: FileResult): string[] => [
  ...problems.map(({ line, message }) => `${file}:${line}: ${message}`),
  ...notes.map((note) => `${file}: ${note}`),
]

export function summary({ created, updated, unchanged, failed, teams, services, dryRun }: ImportTotals): string[] {
  const made = (what: string, names: string[]) =>
    names.length > 0
      ? [
          `${dryRun ? 'Would make' : 'Made'} ${counted(names.length, what)}: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`,
        ]
      : []
  const verb = dryRun ? 'Would be' : 'Were'
  return [
    ...made('team', teams),
    ...made('service', services),
    `${verb} created: ${created}. ${verb} updated: ${updated}. Unchanged: ${unchanged}. Failed: ${failed}.`,
  ]
}

/**
 * One after the other as they are asked for: ten thousand files are never in memory at once. Each in one go, because it is
 * small and five trips to another thread take longer than the file.
 */
function* readFiles(directory: string, names: readonly string[]): Generator<FileIn> {
  for (const file of names) {
    const name = path.join(directory, file)
    // One byte too many says enough; a giant is not read for it.
    const giant = (statSync(name, { throwIfNoEntry: false })?.size ?? 0) > FILE_MAX
    yield { file, bytes: giant ? new Uint8Array(FILE_MAX + 1) : readFileSync(name) }
  }
}

export function optionsFrom(values: ImportValues): ImportOptions {
  const { team, severity, status } = values
  return parse(ImportOptions, {
    ...(team && { team }),
    ...(severity && { severity }),
    ...(status && { status }),
    services: mapping(values['map-service'], '--map-service'),
    teams: mapping(values['map-team'], '--map-team'),
    dryRun: values['dry-run'] ?? false,
  })
}

function mapping(pairs: readonly string[] = [], option: string): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=')
      if (at < 1) throw new Sorry(`Write ${option} "name in the files=slug here".`)
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

export const counted = (count: number, what: string) => (count === 1 ? `one ${what}` : `${count} ${what}s`)
