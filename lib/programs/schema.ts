import { z } from 'zod'
import { note, orNothing, PersonNamed, PlaceNamed, wordOf } from '#lib/fields.ts'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, optionalLine, TITLE_MAX } from '#lib/text.ts'
import { LocalDate, Zone } from '#lib/time.ts'
import { cadences, colours, programKinds, programStates } from './vocabulary.ts'

export const number = PublicNumber

export const ProgramKind = wordOf(programKinds, 'Choose a kind from the list.')
export const ProgramState = wordOf(programStates, 'Choose a state from the list.')
const Cadence = wordOf(cadences, 'Choose how often it reports.')
export const Colour = wordOf(colours, 'Choose green, amber or red.')

/** One a line in a form, a list through the API. 12 are more than anybody holds against a program. */
const Criteria = z
  .union([z.string().max(12 * (TITLE_MAX + 1)), z.array(z.string().max(TITLE_MAX)).max(12)])
  .transform((given) => [given].flat().flatMap((text) => text.split('\n')))
  .pipe(z.array(optionalLine({ what: 'An exit criterion', max: TITLE_MAX })))
  .transform((all) => all.filter((criterion) => criterion !== ''))
  .refine((all) => all.length <= 12, 'Name at most 12 exit criteria.')

/** A form with nothing chosen sends one empty value. */
const listOf = <T extends z.ZodType>(schema: T, message: string) =>
  z
    .union([z.array(z.union([z.literal(''), schema])), z.literal(''), schema])
    .transform((given) => [given].flat().filter((one) => one !== ''))
    .refine((all) => all.length <= 100, message)

const fields = {
  name: line({ what: 'The name', max: 120 }),
  kind: ProgramKind,
  objective: line({ what: 'The objective', max: 500 }),
  why: note('Why now').optional(),
  sponsor: orNothing(Id).optional(),
  lead: Id,
  scopeIn: note('What is in scope').optional(),
  scopeOut: note('What is out of scope').optional(),
  exitCriteria: Criteria.optional(),
  startOn: LocalDate,
  endOn: LocalDate,
  cadence: Cadence.optional(),
  zone: Zone.optional(),
  /** Each team with the person to ask there. */
  teams: z
    .array(z.strictObject({ team: Slug, contact: orNothing(Id).optional() }))
    .max(50, 'Name at most 50 teams.')
    .optional(),
  services: listOf(Slug, 'Choose at most 100 services.').optional(),
}

export const ProposeProgramInput = z.strictObject({
  ...fields,
  key: Slug.optional(),
  lead: orNothing(Id).optional(),
  /** What it watches from the beginning. */
  mechanism: z.string().max(40).optional(),
})
export const UpdateProgramInput = z.strictObject({
  number,
  version: z.coerce.number('The version is missing; load the program again.').int(),
  ...z.strictObject(fields).partial().shape,
})
export const MoveProgramInput = z.strictObject({ number, to: ProgramState, reason: note('The reason').default('') })
export const GetProgramInput = z.strictObject({ number })

export const ListProgramsInput = PageInput.extend({
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  status: z.enum(['running', 'planned', 'ended', 'all'], 'Choose running, planned, ended or all.').default('running'),
  kind: ProgramKind.optional(),
  team: Slug.optional(),
  mechanism: z.string().max(40).optional(),
  /** How it stands: what its lead states for as long as that holds, and otherwise what was computed. */
  colour: Colour.optional(),
})

export const ProgramOut = z.strictObject({
  number: z.number(),
  key: z.string(),
  name: z.string(),
  kind: ProgramKind,
  state: ProgramState,
  objective: z.string(),
  why: z.string(),
  sponsor: PersonNamed.nullable(),
  lead: PersonNamed,
  scopeIn: z.string(),
  scopeOut: z.string(),
  exitCriteria: z.array(z.string()),
  startOn: z.string(),
  endOn: z.string(),
  cadence: Cadence,
  zone: z.string(),
  version: z.number(),
  createdAt: z.string(),
  teams: z.array(PlaceNamed.extend({ contact: PersonNamed.nullable() })),
  services: z.array(PlaceNamed),
})
export type ProgramOut = z.output<typeof ProgramOut>

/** A line of the list: what it is, how it stands, and what comes next. */
export const ProgramLine = ProgramOut.extend({
  /** As of the day it was computed. */
  computed: z.strictObject({ colour: Colour, on: z.string() }).nullable(),
  /** What its lead states instead. */
  stated: z.strictObject({ colour: Colour, reason: z.string(), until: z.string() }).nullable(),
  nextMilestone: z.strictObject({ id: z.string(), title: z.string(), dueOn: z.string(), late: z.boolean() }).nullable(),
  lateItems: z.number(),
})
export type ProgramLine = z.output<typeof ProgramLine>
