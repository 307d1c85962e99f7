import type { Priority } from '#lib/action-items/vocabulary.ts'
import type { Severity } from '#lib/incidents/model.ts'
import { actionsOf, dataOf, kpisOf, outcomeOf, riskOf, scheduleOf } from './dimensions.ts'
import type { GlidePath } from './glide.ts'
import type { Colour, Level } from './vocabulary.ts'

/** What health is computed from: how things stood at the end of one day, as far as the whole company can see it. */
export type HealthFacts = {
  today: string
  milestones: { title: string; dueOn: string; weight: number; percent: number }[]
  kpis: (GlidePath & { name: string; cycleDays: number; last: { on: string; value: number } | null })[]
  /** Accepted and not done. Days are counted in the calendar of the owning team. */
  items: { number: number; priority: Priority; lateDays: number }[]
  risks: { title: string; likelihood: Level; effect: Level; mitigation: string; mitigationOn: string | null }[]
  /** Of the watched mechanisms, since the program began. */
  incidents: { number: number; severity: Severity }[]
  /** When the last report was written, or the program became active. */
  reportedOn: string
  reportDays: number
}

export type Part = { colour: Colour; why: string }
export const dimensions = ['schedule', 'kpis', 'actions', 'risk', 'outcome', 'data'] as const
export type Dimension = (typeof dimensions)[number]
export type Health = { colour: Colour; parts: Record<Dimension, Part> }

/** The worst dimension is the program's colour, except that one amber alone stays green. */
export function healthOf(facts: HealthFacts): Health {
  const parts: Record<Dimension, Part> = {
    schedule: scheduleOf(facts),
    kpis: kpisOf(facts),
    actions: actionsOf(facts),
    risk: riskOf(facts),
    outcome: outcomeOf(facts),
    data: dataOf(facts),
  }
  return { colour: worstOf(dimensions.map((dimension) => parts[dimension].colour)), parts }
}

export function worstOf(colours: readonly Colour[]): Colour {
  if (colours.includes('red')) return 'red'
  return colours.filter((colour) => colour === 'amber').length > 1 ? 'amber' : 'green'
}

/** A jump past amber is worth a question: things seldom mend that fast, and a number that does may be wrong. */
export const isJump = (before: Colour | undefined, after: Colour): boolean => before === 'red' && after === 'green'
