import { z } from 'zod'
import { note, orNothing, WebUrl, wordOf } from '#lib/fields.ts'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { MechanismCode } from '#lib/incidents/fact-schema.ts'
import { line, optionalLine, prose, TITLE_MAX } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import { Colour, number } from './schema.ts'
import { directions, effects, levels, reportKinds, riskKinds, riskStates, verdicts } from './vocabulary.ts'

const part = { number, id: Id }
const tick = z.union([z.boolean(), z.stringbool()])
/** What is left out of a form that has the field is nothing; what is left out of a request is not touched. */
const Weight = z.coerce.number('Write a weight from 1 to 100.').int().min(1).max(100, 'Write a weight from 1 to 100.')
const Value = z.coerce.number('Write a number.').refine(Number.isFinite, 'Write a number.')
const Cycle = z.coerce.number('Write days from 1 to 366.').int().min(1).max(366, 'Write days from 1 to 366.')

export const AddMilestoneInput = z.strictObject({
  number,
  title: line({ what: 'The title', max: TITLE_MAX }),
  exitCriterion: line({ what: 'The exit criterion', max: 500 }),
  owner: orNothing(Id).optional(),
  team: orNothing(Slug).optional(),
  dueOn: LocalDate,
  weight: Weight,
})
export const ChangeMilestoneInput = z.strictObject({
  ...part,
  ...AddMilestoneInput.omit({ number: true }).partial().shape,
  /** Its place among the others, from 0: those behind it move on. */
  position: z.coerce.number().int().min(0).max(1000).optional(),
  dropped: tick.optional(),
  reason: note('The reason').default(''),
})
export const AdvanceMilestoneInput = z.strictObject({
  ...part,
  percent: z.coerce.number('Write a share from 0 to 100.').int().min(0).max(100, 'Write a share from 0 to 100.'),
  note: note('The note').default(''),
  url: orNothing(WebUrl).optional(),
})

const path = { baseline: Value, startOn: LocalDate, target: Value, targetOn: LocalDate, cycleDays: Cycle }
export const AddKpiInput = z.strictObject({
  number,
  name: line({ what: 'The name', max: 120 }),
  unit: optionalLine({ what: 'The unit', max: 20 }).default(''),
  direction: wordOf(directions, 'Choose which way is better.'),
  source: optionalLine({ what: 'The source', max: 500 }).default(''),
  ...path,
})
export const PlanKpiInput = z.strictObject({
  ...part,
  ...z.strictObject(path).partial().shape,
  ended: tick.optional(),
  reason: note('The reason').pipe(z.string().min(1, 'Say why the glide path changes.')),
})
export const MeasureKpiInput = z.strictObject({
  ...part,
  on: LocalDate,
  value: Value,
  note: note('The note').default(''),
})

const Level = wordOf(levels, 'Choose low, medium or high.')
const assessment = {
  likelihood: Level,
  effect: Level,
  mitigation: note('The mitigation').default(''),
  mitigationOn: orNothing(LocalDate).optional(),
  owner: orNothing(Id).optional(),
  note: note('The note').default(''),
}
export const AddRiskInput = z.strictObject({
  number,
  kind: wordOf(riskKinds, 'Choose a risk or a dependency.'),
  title: line({ what: 'The title', max: TITLE_MAX }),
  ...assessment,
})
export const AssessRiskInput = z.strictObject({
  ...part,
  ...assessment,
  state: wordOf(riskStates, 'Choose open, closed or happened.').default('open'),
})

export const LogDecisionInput = z.strictObject({
  number,
  text: line({ what: 'The decision', max: 500 }),
  reason: note('The reason').pipe(z.string().min(1, 'Say why it was decided.')),
})

export const WatchInput = z.strictObject({
  number,
  mechanism: MechanismCode,
  /** Only on services of this tier and those that matter more. */
  maxTier: orNothing(z.coerce.number().int().min(0).max(3)).optional(),
  /** Only on the services in the program's scope. */
  inScope: tick.default(false),
})
export const UnwatchInput = z.strictObject(part)

export const LinkInput = z
  .strictObject({
    number,
    incident: orNothing(PublicNumber).optional(),
    postmortem: orNothing(PublicNumber).optional(),
    guide: orNothing(z.string().max(200)).optional(),
    answer: z.enum(['linked', 'declined', 'unlinked'], 'Choose to take it in or not.').default('linked'),
    reason: note('The reason').default(''),
  })
  .refine(({ incident, postmortem, guide }) => [incident, postmortem, guide].filter(Boolean).length === 1, {
    path: ['incident'],
    message: 'Name one incident, one postmortem or one guide.',
  })
  .refine(({ answer, reason }) => answer !== 'declined' || reason !== '', {
    path: ['reason'],
    message: 'Say why it does not concern the program.',
  })

export const AssignItemInput = z.strictObject({
  number,
  program: orNothing(PublicNumber),
  milestone: orNothing(Id).optional(),
  reason: note('The reason').default(''),
})
export const AnswerHandoverInput = z.strictObject({
  number,
  accept: tick,
  reason: note('The reason').default(''),
  milestone: orNothing(Id).optional(),
  owner: orNothing(Id).optional(),
  dueOn: orNothing(LocalDate).optional(),
  doneWhen: optionalLine({ what: 'The exit criterion', max: 2_000 }).optional(),
})

export const StateHealthInput = z.strictObject({
  number,
  colour: orNothing(Colour),
  until: orNothing(LocalDate).optional(),
  reason: note('The reason').pipe(z.string().min(1, 'Say why you see it otherwise.')),
})

const fiveth = (what: string) => optionalLine({ what, max: 500 }).default('')
export const WriteUpdateInput = z.strictObject({
  number,
  team: Slug,
  /** Any day of the week it tells of. */
  weekOf: LocalDate,
  done: fiveth('What is done'),
  next: fiveth('What is next'),
  blocked: fiveth('What is blocked'),
  numbers: fiveth('The numbers'),
  ask: fiveth('What you ask for'),
})

export const WriteReportInput = z.strictObject({
  number,
  kind: wordOf(reportKinds, 'Choose a monthly report or a quarterly review.'),
  from: LocalDate,
  until: LocalDate,
  judgement: prose({ what: 'The judgement', max: 10_000 }).pipe(z.string().trim().min(1, 'Write how you judge it.')),
  /** Of a quarterly review: one for each exit criterion, in their order. */
  verdicts: z
    .array(z.strictObject({ verdict: wordOf(verdicts, 'Choose how it stands.'), note: note('The note').default('') }))
    .max(12)
    .default([]),
})

export const JudgeEffectInput = z.strictObject({
  number,
  incident: PublicNumber,
  effect: wordOf(effects, 'Choose what it would have changed.'),
  why: note('The sentence').pipe(z.string().min(1, 'Say why, in a sentence.')),
})
export const AgreeInput = z.strictObject({ ...part, agrees: tick, note: note('The note').default('') })

/** What a command about a part gives back: enough to address it. */
export const PartOut = z.strictObject({ program: z.number(), id: z.string() })
