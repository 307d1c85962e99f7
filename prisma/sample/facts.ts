import { z } from 'zod'
import type { PersonActor } from '#lib/actor.ts'
import { changeSeverity } from '#lib/incidents/change-severity.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { acting, type Scene } from './scene.ts'

/** Minutes from the start: "+5", "-20". */
const Offset = z
  .string()
  .regex(/^[+-]\d+$/)
  .transform(Number)
/** Told as the product's own command takes it, which says what is wrong with it. */
const row = z.record(z.string(), z.unknown())

/** What is known of a story beyond its timeline, in the words of the product, with offsets for times. */
export const SampleFacts = z.strictObject({
  impactStartBasis: z.string().optional(),
  locations: z.array(row).optional(),
  journeys: z.array(z.string()).optional(),
  detection: row.optional(),
  trigger: row.optional(),
  numbers: z.array(row).optional(),
  factors: z.array(row).optional(),
  defences: z.array(row).optional(),
  mitigations: z.array(z.looseObject({ at: Offset.optional() })).optional(),
  roles: z.array(z.looseObject({ from: Offset.optional(), until: Offset.optional() })).optional(),
  evidence: z.array(row).optional(),
  milestones: z.partialRecord(z.enum(['engaged', 'diagnosed', 'announced']), Offset).default({}),
  severities: z.array(z.strictObject({ severity: z.string(), at: Offset, reason: z.string() })).default([]),
  /** The other story by the number its file begins with. */
  relations: z.array(z.strictObject({ relation: z.string(), to: z.string(), note: z.string() })).default([]),
})
export type SampleFacts = z.output<typeof SampleFacts>

type Instant = (offset: number) => string

/** The facts as recording an incident takes them. */
export function factsOfStory({ milestones, severities: _, relations: __, ...facts }: SampleFacts, instant: Instant) {
  const { mitigations, roles } = facts
  const at = (name: string, offset: unknown) => (typeof offset === 'number' ? { [name]: instant(offset) } : {})
  return {
    ...facts,
    ...(mitigations && { mitigations: mitigations.map((row) => ({ ...row, ...at('at', row.at) })) }),
    ...(roles && { roles: roles.map((row) => ({ ...row, ...at('from', row.from), ...at('until', row.until) })) }),
    milestones: Object.fromEntries(Object.entries(milestones).map(([name, offset]) => [name, instant(offset)])),
  }
}

type Recorded = { number: number; version: number }
type Told = {
  recorded: Recorded
  lead: PersonActor
  at: Date
  instant: Instant
  numbers: ReadonlyMap<string, number>
}

/** What is told after the recording: the log of the severity, and which earlier story it has to do with. */
export async function tellFacts(
  scene: Scene,
  facts: SampleFacts,
  { recorded, lead, at, instant, numbers }: Told,
): Promise<Recorded> {
  const { act, ask } = acting(scene)
  const { number } = recorded
  let last = recorded
  for (const { at: offset, ...line } of facts.severities)
    last = await ask(lead, at, changeSeverity, { number, ...line, at: instant(offset) })
  for (const { to, ...relation } of facts.relations)
    await act(lead, at, relateIncident, { number, ...relation, other: numbers.get(to) ?? to })
  return last
}
