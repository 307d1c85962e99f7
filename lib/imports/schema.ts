import { z } from 'zod'
import { Filename, PostmortemDocument } from '#lib/exports/schema.ts'
import { Slug } from '#lib/ids.ts'
import { Severity } from '#lib/incidents/schema.ts'

/** 1 MB: as much as one request of the API may hold, and ten times the longest public postmortem. */
export const FILE_MAX = 1_000_000
/** So many that a transaction takes well under a second, also where everybody waits for the one session. */
export const BATCH_MAX = 100
/** 50 MB in one request; a folder of any size goes through the command line or several requests. */
export const REQUEST_MAX = 50_000_000

/** A document on its way in. What a foreign file does not say stays open until it is stored. */
export const ImportDocument = PostmortemDocument.extend({
  file: Filename,
  /** One of ours says everything there was; another says what it says, and the rest stays as it is. */
  origin: z.enum(['firebreak', 'foreign']),
  begun: PostmortemDocument.shape.begun.nullable(),
})
export type ImportDocument = z.output<typeof ImportDocument>

const mapping = z
  .record(z.string().max(200), Slug)
  .refine((map) => Object.keys(map).length <= 1_000, 'Map at most 1,000 names.')

/** How names in the files become names here, and what stands in for what they do not say. */
export const ImportOptions = z.strictObject({
  /** The team of files that name none. */
  team: Slug.optional(),
  services: mapping.default({}),
  teams: mapping.default({}),
  severity: Severity.default('sev3'),
  status: z.enum(['draft', 'published'], 'Choose draft or published.').default('published'),
  dryRun: z.stringbool().or(z.boolean()).default(false),
})
export type ImportOptions = z.output<typeof ImportOptions>

export const ImportInput = z.strictObject({
  documents: z
    .array(ImportDocument)
    .min(1, 'Give at least one document.')
    .max(BATCH_MAX, `At most ${BATCH_MAX} documents are stored at once.`)
    .refine(
      (documents) => new Set(documents.map(({ id }) => id)).size === documents.length,
      'Two documents have the same id.',
    ),
})

export const outcomes = ['created', 'updated', 'unchanged'] as const
export const ImportedOut = z.strictObject({
  results: z.array(z.strictObject({ id: z.string(), number: z.number(), outcome: z.enum(outcomes) })),
  teams: z.array(z.string()),
  services: z.array(z.string()),
})
export type ImportedOut = z.output<typeof ImportedOut>

/** What became of one file, as it is told line by line. */
export const FileResult = z.strictObject({
  file: z.string(),
  outcome: z.enum([...outcomes, 'failed']),
  number: z.number().nullable(),
  title: z.string().nullable(),
  problems: z.array(z.strictObject({ line: z.number(), message: z.string() })),
  /** What was understood differently than written, though the file went in. */
  notes: z.array(z.string()),
})
export type FileResult = z.output<typeof FileResult>

/** What became of one row of a table. */
export const RowResult = z.strictObject({
  line: z.number(),
  outcome: z.enum([...outcomes, 'failed']),
  number: z.number().nullable(),
  title: z.string().nullable(),
  problem: z.string().nullable(),
  notes: z.array(z.string()),
})
export type RowResult = z.output<typeof RowResult>

export const ImportTotals = z.strictObject({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  failed: z.number(),
  /** What did not exist before and was made for these files. */
  teams: z.array(z.string()),
  services: z.array(z.string()),
  dryRun: z.boolean(),
})
export type ImportTotals = z.output<typeof ImportTotals>
