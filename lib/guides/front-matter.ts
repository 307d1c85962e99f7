import { z } from 'zod'
import { line, TITLE_MAX } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'

/** Where in the life of an incident a guide helps. Lists follow this order. */
export const STAGES = ['prevent', 'detect', 'respond', 'recover', 'learn'] as const
export const LEVELS = ['essential', 'practice', 'deep'] as const

/** The front matter of a guide. Strict: a misspelt field would otherwise be a field nobody notices is missing. */
export const FrontMatter = z.strictObject({
  title: line({ what: 'The title', max: TITLE_MAX }),
  summary: line({ what: 'The summary', max: 300 }),
  /** The team that answers for the text, in words: every organisation names its teams differently. */
  owner: line({ what: 'The owner', max: 80 }),
  /** The day by which the owner reads it again. */
  reviewBy: LocalDate,
  stage: z.enum(STAGES, `The stage is one of: ${STAGES.join(', ')}.`),
  /** Twelve is already more than one guide can treat well. */
  mechanisms: z.array(z.string()).max(12).default([]),
  services: z.array(z.string()).max(30).default([]),
  level: z.enum(LEVELS, `The level is one of: ${LEVELS.join(', ')}.`),
})

export type FrontMatter = z.output<typeof FrontMatter>
