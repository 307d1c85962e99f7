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
  WebUrl,
  wordOf,
} from '#lib/fields.ts'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, optionalLine, TITLE_MAX } from '#lib/text.ts'
import { LocalDate } from '#lib/time.ts'
import { failoverModes, failureDomains, layers, redundancies, redundancyStates, treatments } from './vocabulary.ts'

const LayerName = wordOf(layers, 'Choose a layer from the list.')
const DomainName = wordOf(failureDomains, 'Choose a failure domain from the list.')
const RedundancyName = wordOf(redundancies, 'Choose what redundancy it has.')
const TreatmentName = wordOf(treatments, 'Choose a treatment from the list.')
const StateName = wordOf(redundancyStates, 'Choose a state from the list.')
const scale = (name: string, from: number, to: number) => {
  const message = `Rate the ${name} from ${from} to ${to}.`
  return z.coerce.number(message).int(message).min(from, message).max(to, message)
}
const number = PublicNumber
const version = versionOf('the entry')

const fields = {
  component: line({ what: 'The component', max: TITLE_MAX }),
  layer: LayerName,
  domain: DomainName,
  redundancy: RedundancyName,
  sharedFate: note('What it shares its fate with').default(''),
  detection: note('How it is noticed').default(''),
  failover: wordOf(failoverModes, 'Choose how it fails over.').default('absent'),
  rtoTargetMinutes: orNothing(TargetMinutes).optional(),
  rpoTargetMinutes: orNothing(TargetMinutes).optional(),
  likelihood: scale('likelihood', 1, 5),
  impact: scale('impact', 0, 5),
  detectability: scale('detectability', 1, 3),
  impactNote: note('What is hurt').default(''),
  breakGlass: z.boolean().default(false),
  team: Slug,
  owner: orNothing(Id).optional(),
  targetOn: orNothing(LocalDate).optional(),
  services: some(Slug, 'services').optional(),
  incidents: some(number, 'incidents').optional(),
  /** Entries it needs to work or to recover. */
  dependsOn: some(number, 'entries').optional(),
  /** Items that already exist and are about it. */
  items: some(number, 'action items').optional(),
  program: orNothing(number).optional(),
}

export const RecordRiskInput = z.strictObject({
  ...fields,
  /** The finding of an exercise, or the exposed service of a sweep, that it comes from. */
  finding: Id.optional(),
  target: Id.optional(),
})
const { sharedFate, detection, failover, impactNote, breakGlass } = fields
export const UpdateRiskInput = z.strictObject({
  number,
  version,
  ...z
    .strictObject({
      ...fields,
      sharedFate: sharedFate.unwrap(),
      detection: detection.unwrap(),
      failover: failover.unwrap(),
      impactNote: impactNote.unwrap(),
      breakGlass: breakGlass.unwrap(),
    })
    .partial().shape,
})
export const TreatRiskInput = z.strictObject({
  number,
  kind: TreatmentName,
  reason: note('The reason').default(''),
  until: orNothing(LocalDate).optional(),
  approver: orNothing(Id).optional(),
})
export const TestRiskInput = z.strictObject({
  number,
  testedOn: LocalDate,
  passed: z.stringbool('Say whether it took over.').or(z.boolean('Say whether it took over.')),
  rtoMinutes: orNothing(TargetMinutes).optional(),
  rpoMinutes: orNothing(TargetMinutes).optional(),
  url: orNothing(WebUrl).optional(),
  note: note('The note').default(''),
  exercise: orNothing(number).optional(),
})
export const GetRiskInput = z.strictObject({ number })

export const ListRisksInput = PageInput.extend({
  /** Words of the component. */
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  status: z.enum(['open', 'undecided', 'accepted', 'lapsed', 'closed', 'all'], 'Choose a status.').default('open'),
  layer: LayerName.optional(),
  domain: DomainName.optional(),
  redundancy: RedundancyName.optional(),
  team: Slug.optional(),
  service: Slug.optional(),
  owner: Id.optional(),
  program: number.optional(),
})

export const RiskOut = z.strictObject({
  number: z.number(),
  component: z.string(),
  layer: LayerName,
  domain: DomainName,
  redundancy: RedundancyName,
  /** What can be counted on today: a test counts for 180 days. */
  redundancyState: StateName,
  sharedFate: z.string(),
  detection: z.string(),
  failover: wordOf(failoverModes, ''),
  rtoTargetMinutes: z.number().nullable(),
  rpoTargetMinutes: z.number().nullable(),
  likelihood: z.number(),
  impact: z.number(),
  detectability: z.number(),
  score: z.number(),
  impactNote: z.string(),
  breakGlass: z.boolean(),
  team: PlaceNamed,
  owner: PersonNamed.nullable(),
  targetOn: z.string().nullable(),
  services: z.array(PlaceNamed.extend({ tier: z.number() })),
  incidents: z.array(RecordNamed),
  dependsOn: z.array(RecordNamed),
  neededBy: z.array(RecordNamed),
  exercises: z.array(RecordNamed),
  items: z.array(RecordNamed.extend({ closed: z.boolean() })),
  program: RecordNamed.nullable(),
  source: z.strictObject({ href: z.string(), label: z.string() }).nullable(),
  treatment: z.strictObject({
    kind: TreatmentName.nullable(),
    reason: z.string(),
    until: z.string().nullable(),
    /** The day of the acceptance is over: it is a risk again. */
    lapsed: z.boolean(),
    approver: PersonNamed.nullable(),
    at: z.string().nullable(),
  }),
  closed: z.boolean(),
  tests: z.array(
    z.strictObject({
      testedOn: z.string(),
      validUntil: z.string(),
      passed: z.boolean(),
      rtoMinutes: z.number().nullable(),
      rpoMinutes: z.number().nullable(),
      url: z.string(),
      note: z.string(),
      exercise: RecordNamed.nullable(),
    }),
  ),
  version: z.number(),
  createdAt: z.string(),
})
export type RiskOut = z.output<typeof RiskOut>
