import { type LintedItem, lintItem } from '#lib/blameless/item.ts'
import { type Finding, type LintInput, lint } from '#lib/blameless/lint.ts'

export type Question = { id: number } & ({ text: LintInput } | { item: LintedItem })
export type Answer = { id: number; findings: Finding[] }

// Beside the page, so that a long text never makes a key wait, and in the browser, so that no draft leaves it.
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const findings = 'text' in data ? lint(data.text) : lintItem(data.item)
  postMessage({ id: data.id, findings } satisfies Answer)
})
