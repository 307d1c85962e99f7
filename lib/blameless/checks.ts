import type { Block } from './block-text.ts'
import { findNames } from './names.ts'
import type { CheckName, Rule } from './rule.ts'

/** What the product knows beside the text. What is not known is not guessed: the rule stays silent. */
export type Facts = {
  severity?: string
  /** The largest share of failing requests among the impact windows, 0 to 1. */
  failingShare?: number
  /** Abbreviations the organisation's readers know. */
  glossary?: readonly string[]
}

export type Given = { names: readonly string[]; facts: Facts; blocks: readonly Block[]; personRules: readonly RegExp[] }
export type Hit = { block: Block; start: number; end: number }

/** A block, and its text as patterns see it: with the words of the trade hidden. */
export type Seen = { block: Block; text: string }
type Check = (rule: Rule, given: Given, seen: Seen) => Hit[]

const all = ({ block, text }: Seen, pattern: RegExp | undefined): Hit[] =>
  pattern
    ? [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ block, start: index, end: index + found.length }))
    : []
const wholly = ({ block }: Seen): Hit[] => [{ block, start: 0, end: block.text.trimEnd().length }]

/** Called once for each block the rule may look at. */
export const checks: Record<Exclude<CheckName, 'owner' | 'exit' | 'restated'>, Check> = {
  names: (_rule, { names }, { block }) => findNames(block.text, names).map((found) => ({ block, ...found })),

  label: ({ pattern }, _given, seen) => {
    const { block } = seen
    const words = block.text.match(/[\p{L}\p{N}]{1,60}/gu) ?? []
    const bare = block.kind === 'item' && block.depth === 1 && words.length > 0 && words.length < 6
    return bare && !/[:：]\s*$|[.!?] \S/.test(block.text) && !/\uFFFC/.test(block.text)
      ? wholly(seen)
      : all(seen, pattern)
  },

  // The section's first block speaks for all of it.
  'one-factor': (_rule, { facts, blocks }, seen) => {
    if (!['sev1', 'sev2'].includes(facts.severity ?? '')) return []
    const prose = blocks.filter(({ kind }) => kind !== 'cell')
    const cells = blocks.length - prose.length
    const items = prose.filter(({ kind, depth }) => kind === 'item' && depth === 1)
    const headings = prose.filter(({ kind }) => kind === 'heading')
    const factors = items.length || headings.length || prose.length
    return factors === 1 && cells === 0 && seen.block === prose[0] ? wholly(seen) : []
  },

  'ends-in-person': (_rule, { blocks, personRules }, seen) => {
    const { block } = seen
    const next = blocks[blocks.indexOf(block) + 1]
    const last = block.kind === 'item' && block.depth > 1 && (next === undefined || next.depth < block.depth)
    const asked =
      /^(?:\d\.? ?)?why\b/i.test(block.text) && (next === undefined || !/^(?:\d\.? ?)?why\b/i.test(next.text))
    return (last || asked) && personRules.some((pattern) => block.text.search(pattern) >= 0) ? wholly(seen) : []
  },

  'outage-word': ({ pattern }, { facts }, seen) =>
    facts.failingShare !== undefined && facts.failingShare < 0.9 ? all(seen, pattern) : [],

  acronym: ({ pattern }, { facts, blocks }, seen) => {
    const { block } = seen
    const known = new Set([...EVERYDAY, ...(facts.glossary ?? [])])
    const before = blocks
      .slice(0, blocks.indexOf(block))
      .map(({ text }) => text)
      .join(' ')
    return all(seen, pattern).filter(({ start, end }) => {
      const word = block.text.slice(start, end)
      const explained = block.text[start - 1] === '(' || block.text.slice(end, end + 2) === ' ('
      const seen = before.includes(word) || block.text.indexOf(word) < start
      return !known.has(word) && !explained && !seen
    })
  },

  compound: ({ pattern }, _given, seen) => {
    const { block } = seen
    const found = all(seen, pattern)
    // 140 characters: what fits a list of items on one line of a wide screen.
    return found.length === 0 &&
      block.kind !== 'heading' &&
      block.text.length > 140 &&
      !/[.!?] \p{Lu}/u.test(block.text)
      ? wholly(seen)
      : found
  },
}

const EVERYDAY =
  'HTTP HTTPS DNS TLS SSL CDN UTC GMT API CPU RAM SEV BGP TCP UDP URL PDF CSV JSON HTML SQL SSD GPU VPN USA FAQ ISO GET PUT POST HEAD SLA SLO'.split(
    ' ',
  )
