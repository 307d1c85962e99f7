import { z } from 'zod'
import { note, orNothing, PlaceNamed, RecordNamed, WebUrl, wordOf } from '#lib/fields.ts'
import { PublicNumber, Slug } from '#lib/ids.ts'
import { MechanismCode } from '#lib/incidents/fact-schema.ts'
import { PageInput } from '#lib/page.ts'
import { line } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import { exposures, scopes } from './vocabulary.ts'

const number = PublicNumber

const ExposureName = wordOf(exposures, 'Choose exposed, mitigated, not applicable or unknown.')
const StateName = z.enum([...(Object.keys(exposures) as [keyof typeof exposures]), 'unanswered'])

/** A question to more services than this is a survey, and nobody would read the answers. */
export const TARGETS_MAX = 500

export const OpenSweepInput = z.strictObject({
  mechanism: MechanismCode,
  question: line({ what: 'The question', max: 300 }),
  background: note('The background').default(''),
  scope: wordOf(scopes, 'Choose which services are asked.'),
  tier: z.coerce.number().int().min(0).max(3).optional(),
  teams: z.array(Slug).max(100, 'Choose at most 100 teams.').optional(),
  services: z.array(Slug).max(TARGETS_MAX, `Choose at most ${TARGETS_MAX} services.`).optional(),
  dueOn: orNothing(LocalDate).optional(),
  program: orNothing(number).optional(),
})
export const AnswerExposureInput = z.strictObject({
  number,
  service: Slug,
  answer: ExposureName,
  url: orNothing(WebUrl).optional(),
  note: note('The note').default(''),
})
export const CloseSweepInput = z.strictObject({ number, note: note('The note').default('') })
export const GetSweepInput = z.strictObject({ number })
export const ListSweepsInput = PageInput.extend({
  status: z.enum(['open', 'closed', 'all'], 'Choose open, closed or all.').default('all'),
  mechanism: z.string().max(40).optional(),
  program: number.optional(),
})

/** What the matrix is narrowed to. */
export const ExposureFilter = z.strictObject({
  mechanism: z.string().max(40).optional(),
  team: Slug.optional(),
  service: Slug.optional(),
  tier: z.coerce.number().int().min(0).max(3).optional(),
  state: StateName.optional(),
  program: number.optional(),
})

const answered = z.strictObject({
  answer: ExposureName,
  url: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
})

export const CellOut = z.strictObject({
  id: z.string(),
  sweep: z.number(),
  mechanism: z.string(),
  service: PlaceNamed.extend({ tier: z.number(), team: PlaceNamed }),
  state: StateName,
  /** Older than 180 days. */
  aged: z.boolean(),
  url: z.string(),
  note: z.string(),
  at: z.string().nullable(),
})
export type CellOut = z.output<typeof CellOut>

export const SweepListed = z.strictObject({
  number: z.number(),
  mechanism: z.string(),
  question: z.string(),
  dueOn: z.string().nullable(),
  closedAt: z.string().nullable(),
  createdAt: z.string(),
  program: RecordNamed.nullable(),
  tally: z.record(StateName, z.number()),
})
export type SweepListed = z.output<typeof SweepListed>

export const SweepOut = SweepListed.extend({
  background: z.string(),
  closureNote: z.string(),
  targets: z.array(
    CellOut.extend({
      answers: z.array(answered),
      items: z.array(RecordNamed.extend({ closed: z.boolean() })),
      risks: z.array(RecordNamed),
    }),
  ),
})
export type SweepOut = z.output<typeof SweepOut>
