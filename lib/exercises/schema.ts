import { z } from 'zod'
import {
  note,
  orNothing,
  PersonNamed,
  PlaceNamed,
  RecordNamed,
  some,
  TargetMinutes,
  versionOf,
  wordOf,
} from '#lib/fields.ts'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { MechanismCode } from '#lib/incidents/fact-schema.ts'
import { PageInput } from '#lib/page.ts'
import { line, optionalLine, prose, TITLE_MAX } from '#lib/text.ts'
import { LocalDate, Zone } from '#lib/time.ts'
import { LoadFigures } from './capacity.ts'
import { AbortRules, Preconditions, SteadyStates } from './plan-rows.ts'
import { detections, environments, faults, kinds, outcomes, responses, severities, states } from './vocabulary.ts'

export const KindName = wordOf(kinds, 'Choose what kind of exercise it is.')
const EnvironmentName = wordOf(environments, 'Choose where it takes PlaceNamed.')
export const StateName = wordOf(states, 'Choose a state from the list.')
const OutcomeName = wordOf(outcomes, 'Choose the result.')
const FaultName = wordOf(faults, 'Choose a fault from the list.')
const SeverityName = wordOf(severities, 'Choose high, medium or low.')
const number = PublicNumber
const version = versionOf('the exercise')
const phrase = (what: string) => optionalLine({ what, max: 300 }).default('')

const fields = {
  title: line({ what: 'The title', max: TITLE_MAX }),
  kind: KindName,
  environment: EnvironmentName,
  automated: z.boolean().default(false),
  fault: orNothing(FaultName).optional(),
  faultNote: phrase('The fault'),
  target: line({ what: 'What it happens to', max: 300 }),
  size: phrase('The size'),
  holds: line({ what: 'What must hold', max: 300 }),
  because: phrase('Why it should hold'),
  signal: phrase('The signal'),
  withinMinutes: orNothing(TargetMinutes).optional(),
  radius: phrase('The blast radius'),
  radiusCap: phrase('What keeps it there'),
  steadyStates: SteadyStates.optional(),
  abortRules: AbortRules.optional(),
  preconditions: Preconditions.optional(),
  rtoMinutes: orNothing(TargetMinutes).optional(),
  rpoMinutes: orNothing(TargetMinutes).optional(),
  plannedOn: LocalDate,
  zone: Zone.default('UTC'),
  team: Slug,
  owner: orNothing(Id).optional(),
  services: some(Slug, 'services').optional(),
  risks: some(number, 'entries').optional(),
  incidents: some(number, 'incidents').optional(),
  program: orNothing(number).optional(),
}

export const PlanExerciseInput = z.strictObject(fields)
const plain = Object.fromEntries(
  Object.entries(fields).map(([name, field]) => [name, field instanceof z.ZodDefault ? field.unwrap() : field]),
) as { [N in keyof typeof fields]: (typeof fields)[N] extends z.ZodDefault<infer Inner> ? Inner : (typeof fields)[N] }
export const UpdateExerciseInput = z.strictObject({ number, version, ...z.strictObject(plain).partial().shape })

export const StartExerciseInput = z.strictObject({
  number,
  /** Every precondition, as it stands in the plan, once somebody looked. */
  met: z.array(z.string().max(300)).max(20).optional(),
})
export const LogInput = z.strictObject({
  number,
  /** `14:02 text`, `+5m text`, or a line without a time, which is now. */
  lines: prose({ what: 'The line', max: 20_000, min: 1 }),
})
export const FinishExerciseInput = z.strictObject({
  number,
  outcome: OutcomeName,
  summary: note('What was seen').pipe(z.string().min(1, 'Say what was seen.')),
  radius: phrase('The blast radius'),
  detection: wordOf(detections, 'Say whether the signal came.'),
  detectedMinutes: orNothing(TargetMinutes).optional(),
  detectionNote: note('The note').default(''),
  response: wordOf(responses, 'Say whether what was written down helped.'),
  responseNote: note('The note').default(''),
  rtoMinutes: orNothing(TargetMinutes).optional(),
  rpoMinutes: orNothing(TargetMinutes).optional(),
  restoreVerified: orNothing(z.enum(['yes', 'no'])).optional(),
  restoreNote: note('The note').default(''),
  load: LoadFigures.optional(),
})
export const CallOffInput = z.strictObject({ number, reason: note('The reason').pipe(z.string().min(1, 'Say why.')) })
export const AddFindingInput = z.strictObject({
  number,
  text: note('The finding').pipe(z.string().min(1, 'Say what it showed.')),
  severity: SeverityName,
  mechanism: orNothing(MechanismCode).optional(),
})
/** 300,000 characters: the journal of an experiment of a day with a step every minute. */
const JOURNAL_MAX = 300_000
export const ImportJournalInput = z.strictObject({
  number,
  journal: z
    .string('Paste the journal.')
    .min(2, 'Paste the journal.')
    .max(JOURNAL_MAX, 'A journal can have at most 300,000 characters.'),
})
export const GetExerciseInput = z.strictObject({ number })

export const ListExercisesInput = PageInput.extend({
  /** Words of the title. */
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  status: z.enum(['planned', 'running', 'finished', 'called_off', 'due', 'all'], 'Choose a status.').default('all'),
  kind: KindName.optional(),
  environment: EnvironmentName.optional(),
  outcome: OutcomeName.optional(),
  team: Slug.optional(),
  service: Slug.optional(),
  owner: Id.optional(),
  program: number.optional(),
})

const minutes = z.number().nullable()

export const ResultOut = z.strictObject({
  outcome: OutcomeName,
  summary: z.string(),
  radius: z.string(),
  detection: wordOf(detections, ''),
  detectedMinutes: minutes,
  detectionNote: z.string(),
  response: wordOf(responses, ''),
  responseNote: z.string(),
  rtoMinutes: minutes,
  rpoMinutes: minutes,
  restoreVerified: z.boolean().nullable(),
  restoreNote: z.string(),
  load: LoadFigures.nullable(),
})
export type ResultOut = z.output<typeof ResultOut>

export const FindingOut = z.strictObject({
  id: z.string(),
  ordinal: z.number(),
  text: z.string(),
  severity: SeverityName,
  mechanism: z.string().nullable(),
  items: z.array(RecordNamed.extend({ closed: z.boolean() })),
  risks: z.array(RecordNamed),
})
export type FindingOut = z.output<typeof FindingOut>

export const ExerciseListed = z.strictObject({
  number: z.number(),
  title: z.string(),
  kind: KindName,
  environment: EnvironmentName,
  automated: z.boolean(),
  state: StateName,
  outcome: OutcomeName.nullable(),
  plannedOn: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Until when what it showed counts, and whether it still does. */
  validUntil: z.string().nullable(),
  evidence: z.enum(['none', 'current', 'due', 'aged']),
  tier: z.number().nullable(),
  team: PlaceNamed,
  owner: PersonNamed.nullable(),
  services: z.array(PlaceNamed.extend({ tier: z.number() })),
  findings: z.number(),
})
export type ExerciseListed = z.output<typeof ExerciseListed>

export const ExerciseOut = ExerciseListed.extend({
  hypothesis: z.string(),
  fault: FaultName.nullable(),
  faultNote: z.string(),
  target: z.string(),
  size: z.string(),
  holds: z.string(),
  because: z.string(),
  signal: z.string(),
  withinMinutes: minutes,
  radius: z.string(),
  radiusCap: z.string(),
  steadyStates: z.array(z.record(z.string(), z.string())),
  abortRules: z.array(
    z.strictObject({ condition: z.string(), by: z.string(), automatic: z.boolean(), tested: z.boolean() }),
  ),
  preconditions: z.array(z.string()),
  rtoMinutes: minutes,
  rpoMinutes: minutes,
  zone: z.string(),
  risks: z.array(RecordNamed),
  incidents: z.array(RecordNamed),
  program: RecordNamed.nullable(),
  calledOff: z.string(),
  log: z.array(z.strictObject({ id: z.string(), at: z.string(), text: z.string() })),
  result: ResultOut.nullable(),
  foundOut: z.array(FindingOut),
  version: z.number(),
  createdAt: z.string(),
})
export type ExerciseOut = z.output<typeof ExerciseOut>
