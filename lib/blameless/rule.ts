/**
 * A rule notices a way of putting things that tends to close an inquiry, says why, and offers other words. It never
 * judges the writer: nothing is blocked, counted or scored. Rules are data, so another language is another list.
 */
export type Rule = {
  /** What `lint-ignore` names and a dismissal keeps: never renamed. */
  id: string
  /** Its place in the catalogue, for talking about it. */
  code: string
  category: Category
  level: Level
  /** Where it weighs more or less than elsewhere. */
  levelIn?: Partial<Record<Scope, Level>>
  scopes: 'all' | readonly Scope[]
  why: string
  /**
   * Wordings for what was found. `$<who>` is that part of it, “…” is for the writer to fill in, and an empty one
   * takes it out.
   */
  rewrite: readonly string[]
  example: { before: string; after: string }
} & ({ pattern: RegExp; unless?: RegExp } | { check: CheckName; pattern?: RegExp })

export const categories = ['person', 'counterfactual', 'hindsight', 'cause', 'vague', 'items'] as const
export type Category = (typeof categories)[number]

/** `flag`: nearly always worth another wording. `suggest`: often. `info`: look once more. */
export const levels = ['flag', 'suggest', 'info'] as const
export type Level = (typeof levels)[number]

export const scopes = [
  'title',
  'summary',
  'timeline',
  'factors',
  'defences',
  'luck',
  'response',
  'lessons',
  'actions',
  'external',
] as const
export type Scope = (typeof scopes)[number]

/** What a pattern cannot see by itself; the code is in checks.ts. */
export type CheckName =
  | 'names'
  | 'label'
  | 'one-factor'
  | 'ends-in-person'
  | 'outage-word'
  | 'acronym'
  | 'owner'
  | 'exit'
  | 'compound'
  | 'restated'

export type Language = 'en' | 'zh'

export type Pack = {
  language: Language
  rules: readonly Rule[]
  /** Words of the trade that hold a suspicious word: they are taken for one noun before any rule looks. */
  terms: RegExp
}
