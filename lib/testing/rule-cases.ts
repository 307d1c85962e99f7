import { describe, expect, test } from 'vitest'
import { type Facts, lint } from '#lib/blameless/lint.ts'
import type { Rule, Scope } from '#lib/blameless/rule.ts'

/** Sentences a rule remarks on, and sentences it leaves alone. */
export type RuleCases = { in: Scope; finds: string[]; silent: string[]; names?: string[]; facts?: Facts }

/** Each rule against its own table: at least three of each, and the sentences of its example. */
export function holdRules(rules: readonly Rule[], table: Record<string, RuleCases>): void {
  test('every rule has at least three sentences of each kind', () => {
    const thin = rules.filter(({ id }) => (table[id]?.finds.length ?? 0) < 3 || (table[id]?.silent.length ?? 0) < 3)
    expect(thin.map(({ id }) => id)).toEqual([])
    expect(Object.keys(table).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([])
  })
  for (const [id, { in: scope, finds, silent, ...given }] of Object.entries(table)) {
    const found = (source: string) => lint({ source, scope, only: [id], ...given }).map(({ rule }) => rule)
    describe(id, () => {
      test.each(finds)('remarks on: %s', (source) => expect(found(source)).toContain(id))
      test.each(silent)('leaves alone: %s', (source) => expect(found(source)).toEqual([]))
    })
  }
}
