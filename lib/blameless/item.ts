import { english } from './english/pack.ts'
import { type Finding, lint } from './lint.ts'
import type { CheckName } from './rule.ts'

export type LintedItem = {
  title: string
  doneWhen: string
  /** The person who owns it; a list address or nothing is nobody. */
  owner: string | null
  /** Titles of open and recent items. */
  others: readonly string[]
}

/** What there is to say of one action item: its words, and what is missing around them. The place is its title. */
export function lintItem({ title, doneWhen, owner, others }: LintedItem): Finding[] {
  const nobody = owner === null || owner.trim() === '' || /@|\bteam\b/i.test(owner)
  const endless = doneWhen.trim() === '' || similarity(doneWhen, title) >= 0.9
  const twin = others.find((other) => similarity(other, title) >= RESTATED)
  const missing: [CheckName, boolean][] = [
    ['owner', nobody],
    ['exit', endless],
    ['restated', twin !== undefined],
  ]
  return [
    ...lint({ source: title, scope: 'actions' }),
    ...missing.flatMap(([check, holds]) => (holds ? [structural(check, twin ?? title, title.length)] : [])),
  ]
}

function structural(check: CheckName, text: string, end: number): Finding {
  const rule = english.rules.find((one) => 'check' in one && one.check === check)
  if (!rule) throw new Error(`No rule has the check ${check}.`)
  const { id, code, category, level, why, rewrite } = rule
  return { rule: id, code, category, level, why, text, scope: 'actions', start: 0, end, rewrites: rewrite }
}

/** From here on two titles say the same in the duplicates of public write-ups. */
const RESTATED = 0.6

/** The share of three-letter pieces two texts have in common, 0 to 1. */
function similarity(one: string, other: string): number {
  const [a, b] = [pieces(one), pieces(other)]
  const common = [...a].filter((piece) => b.has(piece)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

function pieces(text: string): Set<string> {
  const padded = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]{1,50}/gu, ' ')
    .trim()} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))
}
