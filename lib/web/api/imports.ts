import { z } from 'zod'
import type { Context } from '#lib/context.ts'
import { Filename } from '#lib/exports/schema.ts'
import { Slug } from '#lib/ids.ts'
import { type FileIn, textOf } from '#lib/imports/read.ts'
import { importFiles } from '#lib/imports/run.ts'
import { importTable } from '#lib/imports/run-table.ts'
import { FILE_MAX, FileResult, ImportOptions, ImportTotals, RowResult } from '#lib/imports/schema.ts'
import { bytesFrom, filesFrom } from '#lib/imports/stream.ts'
import type { TableKind } from '#lib/imports/table-rows.ts'
import { wakeDispatcher } from '#lib/jobs/dispatch.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { route } from '../routes.ts'
import { type Reply, stream, streamed } from '../stream.ts'

/** In an address, names are mapped as `Old name=slug`, once for each. */
const pairs = z
  .array(z.string().regex(/^.{1,200}=[a-z0-9-]{1,60}$/, 'Map a name like "Old name=slug".'))
  .max(200, 'Map at most 200 names in one request.')
  .default([])

const Options = z.strictObject({
  team: Slug.optional(),
  service: pairs,
  teamName: pairs,
  severity: ImportOptions.shape.severity,
  status: ImportOptions.shape.status,
  dryRun: ImportOptions.shape.dryRun,
})
const FileOptions = Options.extend({ file: Filename.default('document.md') })

const Line = z.union([FileResult, z.strictObject({ totals: ImportTotals })])
const RowLine = z.union([RowResult, z.strictObject({ totals: ImportTotals })])

export const postmortems = route('/imports/postmortems', {
  POST: stream({
    name: 'import.postmortems',
    summary:
      'Imports Markdown files: one as text/markdown, or many as lines of {"file", "text"}. Answers with one line for each, then the totals.',
    scope: 'admin:write',
    input: FileOptions,
    output: Line,
    media: ['application/x-ndjson'],
    accepts: ['text/markdown', 'application/x-ndjson'],
    async run(context, { file, ...given }, request) {
      const body = bodyOf(context, request)
      const isOne = request.headers.get('content-type')?.startsWith('text/markdown')
      const files = isOne ? oneFile(file, body) : filesFrom(body)
      return lines(importFiles(context, files, { options: optionsOf(given), onBatch: wakeDispatcher }))
    },
  }),
})

export const incidents = table(
  'incidents',
  'import.incidents',
  'Imports incidents from a CSV table, each row told as it goes in.',
)
export const actionItems = table(
  'action-items',
  'import.action_items',
  'Imports action items from a CSV table, each row told as it goes in.',
)

/** 5 MB: 20,000 rows of 250 characters. */
const TABLE_MAX = 5_000_000

function table(kind: TableKind, name: string, summary: string) {
  return route(`/imports/${kind}`, {
    POST: stream({
      name,
      summary,
      scope: 'admin:write',
      input: Options,
      output: RowLine,
      media: ['application/x-ndjson'],
      accepts: ['text/csv'],
      async run(context, given, request) {
        const bytes = await bytesFrom(bodyOf(context, request), TABLE_MAX)
        const text = textOf(bytes ?? new Uint8Array(TABLE_MAX + 1), TABLE_MAX)
        if (typeof text !== 'string') return refuse(invalid('', text.problems[0]?.message ?? ''))
        return lines(importTable(context, { kind, text }, { options: optionsOf(given), onBatch: wakeDispatcher }))
      },
    }),
  })
}

/** Refused before anything is read, so that nobody waits for an upload to hear it. */
function bodyOf({ actor }: Context, { body }: Request): AsyncIterable<Uint8Array> {
  const decision = can(actor, 'import', 'organization')
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  return body ?? refuse(invalid('', 'The body is empty.'))
}

async function* oneFile(file: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<FileIn> {
  yield { file, bytes: (await bytesFrom(body, FILE_MAX)) ?? new Uint8Array(FILE_MAX + 1) }
}

function optionsOf({ service, teamName, ...given }: Omit<z.output<typeof Options>, 'file'>): ImportOptions {
  return { ...given, services: mapping(service), teams: mapping(teamName) }
}

const mapping = (pairs: readonly string[]) =>
  Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]))

const lines = (results: AsyncGenerator<object, ImportTotals>): Reply => ({
  body: streamed(told(results)),
  headers: { 'content-type': 'application/x-ndjson' },
})

async function* told(results: AsyncGenerator<object, ImportTotals>): AsyncGenerator<string> {
  for (;;) {
    const next = await results.next()
    yield `${JSON.stringify(next.done ? { totals: next.value } : next.value)}\n`
    if (next.done) return
  }
}
