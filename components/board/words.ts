import {
  ageBuckets,
  type Grouping,
  itemStates,
  lateness,
  priorities,
  purposes,
  strengths,
} from '#lib/action-items/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'

export type Choice = { value: string; label: string }
export type Names = { teams: Choice[]; people: Choice[]; programs: Choice[]; nobody: string; none: string }

/** The word before the colon; the rest is for those who choose. */
const briefly = (words: Record<string, string>, value: string) => words[value]?.split(':')[0] ?? value

const labelIn = (choices: readonly Choice[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value

export type FacetName =
  | 'state'
  | 'late'
  | 'priority'
  | 'team'
  | 'owner'
  | 'purpose'
  | 'strength'
  | 'removes'
  | 'program'

/** How a value of a facet is read. */
export function facetLabel(facet: FacetName, value: string, { teams, people, programs, nobody }: Names): string {
  const tell: Record<FacetName, () => string> = {
    state: () => briefly(itemStates, value),
    late: () => briefly(lateness, value),
    priority: () => priorities[value as keyof typeof priorities]?.label ?? value,
    team: () => labelIn(teams, value),
    owner: () => (value === 'none' ? nobody : labelIn(people, value)),
    purpose: () => briefly(purposes, value),
    strength: () => briefly(strengths, value),
    program: () => labelIn(programs, value),
    removes: () => findMechanism(value)?.name ?? value,
  }
  return tell[facet]()
}

/** Null is what belongs to no group. */
export function groupLabel(by: Grouping, value: string | null, names: Names): string {
  if (value === null) return by === 'owner' ? names.nobody : names.none
  if (by === 'age') return ageBuckets[Number(value)]?.label ?? value
  return facetLabel(by === 'mechanism' ? 'removes' : by, value, names)
}
