import { z } from 'zod'
import { line, optionalLine } from '#lib/text.ts'

/** 20 of each: a plan with more is several exercises. */
const ROWS_MAX = 20
const text = (what: string) => line({ what, max: 300 })
const maybe = (what: string) => optionalLine({ what, max: 300 }).default('')

export const SteadyState = z.strictObject({
  /** What users would notice, not what a machine counts. */
  metric: text('The measure'),
  query: maybe('The query'),
  tolerance: text('The tolerance'),
  baseline: maybe('The usual value'),
})
export const AbortRule = z.strictObject({
  condition: text('The condition'),
  by: maybe('Who or what stops it'),
  automatic: z.boolean().default(false),
  tested: z.boolean().default(false),
})
export type SteadyState = z.output<typeof SteadyState>
export type AbortRule = z.output<typeof AbortRule>

const rows = <Row extends z.ZodType>(row: Row, what: string) =>
  z.array(row).max(ROWS_MAX, `Add at most ${ROWS_MAX} ${what}.`)

export const SteadyStates = rows(SteadyState, 'steady states')
export const AbortRules = rows(AbortRule, 'abort rules')
/** One a line in a form, a list in the API. */
export const Preconditions = z
  .union([z.string().max(ROWS_MAX * 300), z.array(z.string().max(300))])
  .transform((given) => [given].flat().flatMap((text) => text.split('\n')))
  .transform((lines) => lines.map((text) => text.trim()).filter(Boolean))
  .pipe(rows(text('The precondition'), 'preconditions'))
