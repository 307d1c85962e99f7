import { facts } from './facts.ts'
import type { Rule } from './model.ts'

/** The condition of a rule over the row with that alias. */
export function condition(rule: Rule, row: string): string {
  if (typeof rule === 'string') return facts[rule].sql(row)
  if ('any' in rule) return `(${rule.any.map((part) => condition(part, row)).join(' or ')})`
  if ('all' in rule) return `(${rule.all.map((part) => condition(part, row)).join(' and ')})`
  return `not ${condition(rule.not, row)}`
}
