import type { Actor, PersonActor } from '#lib/actor.ts'
import { allow, type Decision, deny } from '#lib/decision.ts'
import { facts, type PolicyRow } from './facts.ts'
import { policy, type Resource, type Rule, type Verb } from './model.ts'
import { reasons } from './reasons.ts'

/** The answer for a loaded row: commands ask it, and buttons show its reason. */
export function can<R extends Resource>(actor: Actor, verb: Verb<R>, resource: R, row: PolicyRow = {}): Decision {
  if (actor.kind === 'system') return allow
  if (actor.kind === 'anonymous') return deny('Sign in to continue.')
  const rule = (policy[resource] as Record<string, Rule>)[verb]
  if (rule === undefined) throw new Error(`The policy has no ${verb} for ${resource}.`)
  return holds(rule, actor, row) ? allow : deny(reasons[resource][verb])
}

export function holds(rule: Rule, actor: PersonActor, row: PolicyRow): boolean {
  if (typeof rule === 'string') return facts[rule].holds(actor, row)
  if ('any' in rule) return rule.any.some((part) => holds(part, actor, row))
  if ('all' in rule) return rule.all.every((part) => holds(part, actor, row))
  return !holds(rule.not, actor, row)
}

/** The rule as words, for the documentation's table. */
export function says(rule: Rule): string {
  if (typeof rule === 'string') return facts[rule].says
  if ('any' in rule) return rule.any.map(bracketed).join(', or ')
  if ('all' in rule) return rule.all.map(bracketed).join(' and ')
  return `not (${says(rule.not)})`
}

const bracketed = (rule: Rule) => (typeof rule === 'object' && 'any' in rule ? `(${says(rule)})` : says(rule))
