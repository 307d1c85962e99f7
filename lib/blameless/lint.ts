import type { Block } from './block-text.ts'
import { blocksOf } from './blocks.ts'
import { checks, type Facts, type Given, type Hit, type Seen } from './checks.ts'
import { english } from './english/pack.ts'
import { packs } from './packs.ts'
import { hidden, languageOf, withoutQuotes } from './prepare.ts'
import { type Category, type Level, levels, type Rule, type Scope } from './rule.ts'
import { scopeOfHeading } from './scopes.ts'

export type { Facts } from './checks.ts'

/** One place in a text, with all a person needs to decide: it crosses from the worker to the page as it is. */
export type Finding = {
  rule: string
  code: string
  category: Category
  level: Level
  scope: Scope
  /** Offsets into the source, as of JavaScript strings. */
  start: number
  end: number
  /** What was found, as it stands there without markup. */
  text: string
  why: string
  /** Wordings for the place: “…” is for the writer, an empty one takes it out. */
  rewrites: readonly string[]
}

export type LintInput = {
  source: string
  /** One scope for all of it; without it, headings tell. */
  scope?: Scope
  names?: readonly string[]
  facts?: Facts
  mdx?: boolean
  /** Only these rules. */
  only?: readonly string[]
}

/** More would not be read; it also bounds what a hostile text can make the page hold. */
export const FINDINGS_MAX = 500

/** Looks at a Markdown text and says where another wording might serve better. Pure, and linear in the text. */
export function lint({ source, scope, names = [], facts = {}, mdx = false, only }: LintInput): Finding[] {
  const blocks = blocksOf(source, { mdx }).map((block) => ({ ...block, text: withoutQuotes(block.text) }))
  const found = blocks.flatMap((block) => {
    const where = scope ?? scopeOfHeading(block.under) ?? 'response'
    const language = languageOf(block.text)
    const pack = packs.find((one) => one.language === language)
    if (!pack || isTestResult(block)) return []
    const seen = { block, text: block.text.replace(pack.terms, hidden) }
    const given = { names, facts, blocks, personRules }
    return pack.rules
      .filter(
        (rule) =>
          (rule.scopes === 'all' || rule.scopes.includes(where)) && (only === undefined || only.includes(rule.id)),
      )
      .filter(({ id }) => !block.ignored.some(({ rule }) => rule === id || rule === 'all'))
      .flatMap((rule) => matches(rule, given, seen).map((hit) => findingOf(rule, where, hit)))
  })
  return withoutOverlaps(found.slice(0, FINDINGS_MAX))
}

/** The rules whose match at the end of a chain of “why” means the chain is unfinished. */
const personRules = english.rules.flatMap((rule) => (/^A0[2-8]$/.test(rule.code) && rule.pattern ? [rule.pattern] : []))

/** A cell like “Did not fail over” is a result, and its subject stands in another column. */
const isTestResult = ({ kind, text }: Block) => kind === 'cell' && /^(?:did not|didn['’]t|failed|not)\b/i.test(text)

type Matched = Hit & { who: string }

function matches(rule: Rule, given: Given, seen: Seen): Matched[] {
  if ('check' in rule) {
    const check = rule.check in checks ? checks[rule.check as keyof typeof checks] : undefined
    return (check?.(rule, given, seen) ?? []).map((hit) => ({ ...hit, who: '' }))
  }
  const { block, text } = seen
  return [...text.matchAll(rule.pattern)]
    .filter(({ index }) => !rule.unless?.test(sentenceAt(block.text, index)))
    .map(({ index, 0: found, groups }) => ({
      block,
      start: index,
      end: index + found.length,
      who: groups?.who ?? groups?.whose ?? '',
    }))
}

/** The sentence around an offset, or 300 characters of it. */
function sentenceAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 150), at)
  const after = text.slice(at, at + 150)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), before.lastIndexOf('! ')) + 1
  const end = after.search(/[.!?](?:\s|$)/)
  return before.slice(start) + (end < 0 ? after : after.slice(0, end + 1))
}

function findingOf(rule: Rule, scope: Scope, { block, start, end, who }: Matched): Finding {
  const text = block.text.slice(start, end)
  const { id, code, category, why } = rule
  return {
    rule: id,
    code,
    category,
    scope,
    why,
    text,
    level: rule.levelIn?.[scope] ?? rule.level,
    ...block.place(start, end),
    rewrites: rule.rewrite
      .filter((wording) => who || !wording.includes('$<who>'))
      .map((wording) => fitted(wording, { text, who, opens: opensSentence(block.text, start) })),
  }
}

const opensSentence = (text: string, at: number) => at === 0 || /[.!?] $/.test(text.slice(Math.max(0, at - 2), at))

/** With a capital where it begins a sentence as what it replaces does; a name has one anywhere. */
function fitted(wording: string, { text, who, opens }: { text: string; who: string; opens: boolean }): string {
  const filled = wording.replaceAll('$<who>', who).replaceAll('$&', text)
  return opens && /^\p{Lu}/u.test(text) ? filled.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : filled
}

/** One remark for one place: the weightiest, and of equals the first. */
function withoutOverlaps(found: Finding[]): Finding[] {
  const weight = ({ level }: Finding) => levels.indexOf(level)
  const kept: Finding[] = []
  for (const finding of found.toSorted((one, other) => weight(one) - weight(other) || one.start - other.start)) {
    if (!kept.some(({ start, end }) => finding.start < end && start < finding.end)) kept.push(finding)
  }
  return kept.sort((one, other) => one.start - other.start)
}
