import { z } from 'zod'
import {
  cadences,
  directions,
  effects,
  levels,
  programKinds,
  programStates,
  riskKinds,
} from '#lib/programs/vocabulary.ts'

const oneOf = <T extends object>(words: T) => z.enum(Object.keys(words) as [keyof T & string])
const words = z.string().default('')
const daysAgo = z.number()

export const SampleProgram = z.strictObject({
  ...{ key: z.string(), name: z.string(), kind: oneOf(programKinds), lead: z.string(), sponsor: z.string().optional() },
  ...{ objective: z.string(), why: words, scopeIn: words, scopeOut: words, exitCriteria: z.array(z.string()) },
  /** Of the release, by their names in the address. */
  guides: z.array(z.string()).default([]),
  ...{ cadence: oneOf(cadences), start: daysAgo, end: daysAgo },
  states: z.array(z.strictObject({ to: oneOf(programStates), daysAgo, reason: words })),
  teams: z.record(z.string(), z.string()),
  services: z.array(z.string()),
  watches: z.array(z.strictObject({ mechanism: z.string(), maxTier: z.number().optional() })),
  milestones: z.array(
    z.strictObject({
      ...{ title: z.string(), criterion: z.string(), owner: z.string(), due: daysAgo, weight: z.number() },
      moved: z.strictObject({ daysAgo, from: daysAgo, reason: z.string() }).optional(),
      steps: z.array(z.strictObject({ daysAgo, percent: z.number(), note: words, url: words })),
    }),
  ),
  kpis: z.array(
    z.strictObject({
      ...{ name: z.string(), unit: z.string(), direction: oneOf(directions), source: z.string() },
      ...{ baseline: z.number(), target: z.number(), cycleDays: z.number() },
      points: z.array(z.strictObject({ daysAgo, value: z.number(), note: words })),
    }),
  ),
  risks: z.array(
    z.strictObject({
      ...{ kind: oneOf(riskKinds), title: z.string(), likelihood: oneOf(levels), effect: oneOf(levels) },
      ...{ mitigation: z.string(), mitigationOn: daysAgo, owner: z.string() },
    }),
  ),
  decisions: z.array(z.strictObject({ daysAgo, by: z.string(), text: z.string(), reason: z.string() })),
  updates: z.array(
    z.strictObject({
      ...{ daysAgo, team: z.string(), by: z.string() },
      ...{ done: words, next: words, blocked: words, numbers: words, ask: words },
    }),
  ),
  reports: z.array(z.strictObject({ daysAgo, by: z.string(), judgement: z.string() })),
  effects: z.array(
    z.strictObject({
      ...{ incident: z.string(), effect: oneOf(effects), why: z.string(), by: z.string() },
      agreedBy: z.string().optional(),
    }),
  ),
  /** How the titles of the action items it took in begin. */
  items: z.array(z.string()),
  handed: z
    .strictObject({
      ...{ title: z.string(), doneWhen: z.string(), priority: z.enum(['p0', 'p1', 'p2', 'p3']), team: z.string() },
      ...{ by: z.string(), daysAgo, dueInDays: z.number(), reason: z.string() },
    })
    .optional(),
})
export type SampleProgram = z.output<typeof SampleProgram>
export const SamplePrograms = z.array(SampleProgram)
