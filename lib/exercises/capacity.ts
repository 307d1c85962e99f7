import { z } from 'zod'
import { line, optionalLine } from '#lib/text.ts'

/**
 * What a load test says about the peak to come. Safe capacity is the lowest load at which a resource still kept the
 * promise, less a tenth for what a test does not know. Headroom is what is left above the peak. The N-1 margin asks what
 * is left when the one place is lost that hurts most, with its peak carried by the others.
 */
const Load = z.coerce.number('Write a number.').min(0, 'Write a number from 0.').max(1e15, 'Write a smaller number.')

export const LoadFigures = z.strictObject({
  unit: optionalLine({ what: 'The unit', max: 40 }).default('requests/s'),
  /** The forecast everything is compared with. */
  peak: Load,
  /** Where the latency or the errors crossed what was promised. */
  saturation: z
    .union([z.literal(''), Load])
    .nullable()
    .transform((value) => (value === '' ? null : value))
    .default(null),
  limits: z
    .array(z.strictObject({ resource: line({ what: 'The resource', max: 80 }), load: Load }))
    .max(20, 'Add at most 20 resources.')
    .default([]),
  sites: z
    .array(z.strictObject({ name: line({ what: 'The place', max: 80 }), safe: Load, peak: Load }))
    .max(60, 'Add at most 60 places.')
    .default([]),
})
export type LoadFigures = z.output<typeof LoadFigures>
export type Site = LoadFigures['sites'][number]

/** What a test does not know: other days, other traffic, other neighbours. */
const DERATE = 0.9

export function safeCapacity(limits: LoadFigures['limits']): { safe: number; bottleneck: string } | null {
  const [lowest] = limits.toSorted((a, b) => a.load - b.load)
  return lowest ? { safe: lowest.load * DERATE, bottleneck: lowest.resource } : null
}

export const headroom = (peak: number, safe: number): number | null => (safe > 0 ? 1 - peak / safe : null)

export type Margin = { lost: string[]; margin: number }

/** The worst loss of `lose` places: (safe capacity of the survivors − peak of all) / peak of all. */
export function worstMargin(sites: readonly Site[], lose = 1): Margin | null {
  const peak = sum(sites.map((site) => site.peak))
  if (sites.length <= lose || peak <= 0) return null
  // What is lost is the capacity alone: the peak stays to be carried, so losing the largest is the worst that can happen.
  const lost = sites.toSorted((a, b) => b.safe - a.safe || a.name.localeCompare(b.name, 'en')).slice(0, lose)
  const survivors = sum(sites.map((site) => site.safe)) - sum(lost.map((site) => site.safe))
  return { lost: lost.map(({ name }) => name), margin: (survivors - peak) / peak }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
