import { chinese } from './chinese/pack.ts'
import { english } from './english/pack.ts'
import type { Pack, Rule } from './rule.ts'

/** Every language there are rules for. Another one is another list of the same shape. */
export const packs: readonly Pack[] = [english, chinese]

export const ruleById: ReadonlyMap<string, Rule> = new Map(
  packs.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])),
)
