import { z } from 'zod'
import { Severity } from '#lib/incidents/schema.ts'
import { fields } from './fields.ts'
import { kinds } from './model.ts'

export const KindName = z.enum(kinds, `Choose one of: ${kinds.join(', ')}.`)

/** Two screens of results; nobody reads further, they change the words. */
const RESULTS_MAX = 50

export const SearchInput = z.strictObject({
  /** Longer texts are cut to QUERY_MAX, not refused: pasting a paragraph is a good way to search. */
  q: z.string('Say what to look for.').max(20_000, 'This is too long to look for.').default(''),
  kind: KindName.optional(),
  /** Counts of what was found, by kind, severity, service, team, mechanism, state and year. */
  facets: z.union([z.boolean(), z.stringbool()], 'Write true or false.').default(false),
  limit: z.coerce
    .number('The limit must be a number.')
    .int('The limit must be a whole number.')
    .min(1, 'The limit is at least 1.')
    .max(RESULTS_MAX, `The limit is at most ${RESULTS_MAX}.`)
    .default(20),
})

export const SearchResult = z.strictObject({
  kind: KindName,
  number: z.number().nullable(),
  externalId: z.string().nullable(),
  title: z.string(),
  url: z.string(),
  /** Where the words stand, with the places to mark in it: start and end, in UTF-16 units. */
  snippet: z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) }),
  /** The section the snippet is from, or "timeline". Null where a record has one text. */
  where: z.string().nullable(),
  /** Against the best result, which has 1. */
  score: z.number(),
  severity: Severity.nullable(),
  services: z.array(z.string()),
  /** When it happened, or by when it is due. */
  date: z.string().nullable(),
  state: z.string().nullable(),
})
export type SearchResult = z.output<typeof SearchResult>

const FieldName = z.enum(fields)

/** An operator that meant nothing and was left out, with values that may have been meant. */
export const SearchNote = z.strictObject({ operator: z.string(), value: z.string(), try: z.array(z.string()) })
export type SearchNote = z.output<typeof SearchNote>

export const SearchFacet = z.strictObject({
  field: FieldName,
  values: z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.number(), chosen: z.boolean() })),
})
export type SearchFacet = z.output<typeof SearchFacet>

export const SearchOut = z.strictObject({
  results: z.array(SearchResult),
  /** Empty unless asked for. */
  facets: z.array(SearchFacet),
  /** Whether more was found than is counted. */
  more: z.boolean(),
  notes: z.array(SearchNote),
  /** "builtin" while the search server is not to be had. */
  engine: z.enum(['builtin', 'server']),
})
export type SearchOut = z.output<typeof SearchOut>
