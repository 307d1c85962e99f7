import { z } from 'zod'
import { Id } from '#lib/ids.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { line, NOTE_MAX, optionalLine, TITLE_MAX } from '#lib/text.ts'
import { MomentText } from '#lib/time.ts'
import {
  certainties,
  defenceOutcomes,
  detectionMethods,
  evidenceKinds,
  factorRoles,
  impactStartBases,
  locationKinds,
  measures,
  mitigationMethods,
  mitigationResults,
  responseRoles,
  triggerKinds,
  valuesOf,
} from './vocabulary.ts'

/** A page somebody can open. 2,000 characters: the longest dashboard addresses we met carry their query along. */
const WebAddress = z
  .string('Write an address like https://example.com.')
  .trim()
  .max(2000, 'An address can have at most 2,000 characters.')
  .refine((text) => /^https?:\/\/[^\s/]+\S*$/.test(text), 'Write an address that begins with https:// or http://.')

/** A part, a tenth or "18 %": what people say of traffic. */
export const Share = z.union([z.string().max(20), z.number()]).transform((given, context) => {
  const [, number, percent] = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(String(given)) ?? []
  const share = Number(number) / (percent ? 100 : 1)
  if (number !== undefined && share <= 1) return share
  context.addIssue({ code: 'custom', message: 'Write a share like 18 % or 0.18; the whole is 100 %.' })
  return z.NEVER
})

/** Names between commas, or a list of them. */
const names = ({ what, most }: { what: string; most: number }) =>
  z
    .union([z.string().max(2000), z.array(z.string().max(TITLE_MAX)).max(most)])
    .transform((given) => [given].flat().flatMap((text) => text.split(',')))
    .pipe(z.array(optionalLine({ what, max: TITLE_MAX })))
    .transform((all) => [...new Set(all.filter((name) => name !== ''))])
    .refine((all) => all.length <= most, `Name at most ${most}.`)

const text = (what: string) => optionalLine({ what, max: 500 }).default('')

/** `id` keeps a row the row it was; one that is marked is left out. */
const kept = { id: Id.optional(), remove: z.boolean().optional() }

const list = <Row extends z.ZodObject>(row: Row, { most, what }: { most: number; what: string }) =>
  z.array(row).max(most, `Give at most ${most} ${what}.`)

export const MechanismCode = z
  .string()
  .max(40)
  .refine((code) => findMechanism(code) !== undefined, 'Choose a mechanism from the list.')

export const ImpactWindowInput = z.strictObject({
  ...kept,
  startedAt: MomentText,
  endedAt: MomentText.nullish(),
  scope: line({ what: 'The scope', max: TITLE_MAX }),
  trafficShare: Share.nullish(),
  failingShare: Share.nullish(),
  symptom: optionalLine({ what: 'The symptom', max: TITLE_MAX }).default(''),
  journey: optionalLine({ what: 'The journey', max: TITLE_MAX }).default(''),
  locations: names({ what: 'A location', most: 30 }).default([]),
})

const Location = z.strictObject({
  kind: z.enum(valuesOf(locationKinds), 'Choose what kind of place it is.'),
  name: line({ what: 'The location', max: 100 }),
  remove: z.boolean().optional(),
})

const ImpactNumber = z.strictObject({
  ...kept,
  measure: z.enum(valuesOf(measures), 'Choose what was counted.'),
  // 10^15: every whole number below it is exact in a double, and it is more requests than we ever serve.
  value: z.coerce.number('Write a number.').min(0, 'A number is at least 0.').max(1e15, 'This number is too large.'),
  unit: optionalLine({ what: 'The unit', max: 40 }).default(''),
  method: optionalLine({ what: 'How it was measured', max: 300 }).default(''),
  certainty: z.enum(valuesOf(certainties), 'Say how sure it is.'),
})

const Factor = z.strictObject({
  ...kept,
  mechanism: MechanismCode,
  role: z.enum(valuesOf(factorRoles), 'Choose the part it played.'),
  text: text('The sentence'),
  evidence: WebAddress.or(z.literal('')).default(''),
})

const Defence = z.strictObject({
  ...kept,
  name: line({ what: 'The defence', max: TITLE_MAX }),
  outcome: z.enum(valuesOf(defenceOutcomes), 'Choose what it did.'),
  text: text('The sentence'),
})

const Mitigation = z.strictObject({
  ...kept,
  method: z.enum(valuesOf(mitigationMethods), 'Choose what was done.'),
  byRole: z.enum(valuesOf(responseRoles), 'Choose a role.').nullish(),
  result: z.enum(valuesOf(mitigationResults), 'Choose what it did.'),
  at: MomentText.nullish(),
  text: text('The sentence'),
})

const Role = z.strictObject({
  ...kept,
  role: z.enum(valuesOf(responseRoles), 'Choose a role.'),
  area: optionalLine({ what: 'The area', max: 100 }).default(''),
  from: MomentText.nullish(),
  until: MomentText.nullish(),
  /** Kept apart and told only to those who may edit. Left out, it stays as it is. */
  name: optionalLine({ what: 'The name', max: 200 }).optional(),
})

const Evidence = z.strictObject({
  ...kept,
  kind: z.enum(valuesOf(evidenceKinds), 'Choose what it is.'),
  title: line({ what: 'The title', max: TITLE_MAX }),
  url: WebAddress,
})

/** Each list replaces the one that stands. The limits are several times what the longest public review names. */
export const factFields = {
  impactStartBasis: z.enum(valuesOf(impactStartBases), 'Say whether it was measured or assumed.').nullable(),
  locations: list(Location, { most: 60, what: 'locations' }),
  journeys: names({ what: 'A journey', most: 10 }),
  detection: z.strictObject({
    method: z.enum(valuesOf(detectionMethods), 'Choose how it was detected.').nullish(),
    source: optionalLine({ what: 'The source', max: TITLE_MAX }).default(''),
    customer: z.enum(['yes', 'no'], 'Say whether a customer told us first.').nullish(),
  }),
  trigger: z.strictObject({
    kind: z.enum(valuesOf(triggerKinds), 'Choose what set it off.').nullish(),
    reference: optionalLine({ what: 'The reference', max: NOTE_MAX }).default(''),
  }),
  numbers: list(ImpactNumber, { most: 30, what: 'numbers' }),
  factors: list(Factor, { most: 20, what: 'factors' }),
  defences: list(Defence, { most: 20, what: 'defences' }),
  mitigations: list(Mitigation, { most: 30, what: 'mitigations' }),
  roles: list(Role, { most: 30, what: 'roles' }),
  evidence: list(Evidence, { most: 50, what: 'links' }),
}

const FactsInput = z.strictObject(factFields)
export type FactsInput = z.output<typeof FactsInput>

const at = z.string().nullable()
const word = z.string()

/**
 * The facts as they leave and as revisions freeze them: without names. Words are plain strings here and everything has a
 * default, so that what an older version froze, and what a newer one will, can still be read.
 */
export const factsOut = {
  impactStartBasis: word.nullable().default(null),
  severityLog: z.array(z.strictObject({ id: word, severity: word, at, reason: word })).default([]),
  locations: z.array(z.strictObject({ kind: word, name: word })).default([]),
  journeys: z.array(word).default([]),
  detection: z
    .strictObject({ method: word.nullable(), source: word, customer: z.enum(['yes', 'no']).nullable() })
    .default({ method: null, source: '', customer: null }),
  trigger: z.strictObject({ kind: word.nullable(), reference: word }).default({ kind: null, reference: '' }),
  numbers: z
    .array(z.strictObject({ id: word, measure: word, value: z.number(), unit: word, method: word, certainty: word }))
    .default([]),
  factors: z.array(z.strictObject({ id: word, mechanism: word, role: word, text: word, evidence: word })).default([]),
  defences: z.array(z.strictObject({ id: word, name: word, outcome: word, text: word })).default([]),
  mitigations: z
    .array(z.strictObject({ id: word, method: word, byRole: word.nullable(), result: word, at, text: word }))
    .default([]),
  roles: z.array(z.strictObject({ id: word, role: word, area: word, from: at, until: at })).default([]),
  evidence: z.array(z.strictObject({ id: word, kind: word, title: word, url: word })).default([]),
}

export const FactsOut = z.strictObject(factsOut)
export type FactsOut = z.output<typeof FactsOut>
