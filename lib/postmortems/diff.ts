import { diffArrays, diffWordsWithSpace } from 'diff'
import { diffFacts, type FactDifference } from '#lib/incidents/fact-lines.ts'
import type { RevisionContent } from './schema.ts'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }
/** A paragraph, list or table, which is what people move and rewrite. */
export type Block =
  | { kind: 'same' | 'added' | 'removed' | 'moved_here' | 'moved_away'; text: string }
  | { kind: 'changed'; changes: Change[] }
export type SectionDiff = { key: string; heading: string; blocks: Block[] }
export type Difference = { sections: SectionDiff[]; facts: boolean; factChanges: FactDifference[] }

/** What differs, block by block and word by word. Sections that read the same are left out. */
export function diffRevisions(before: RevisionContent, after: RevisionContent): Difference {
  const keys = [...new Set([...before.sections, ...after.sections].map(({ key }) => key))]
  const sections = keys.map((key) => {
    const [old, current] = [before, after].map(({ sections }) => sections.find((section) => section.key === key))
    const heading = current?.heading ?? old?.heading ?? key
    return { key, heading, before: old?.body ?? '', after: current?.body ?? '' }
  })
  const title = { key: 'title', heading: 'Title', before: before.title, after: after.title }
  const changed = [title, ...sections].filter((section) => section.before !== section.after)
  const cut = changed.map((section) => ({
    ...section,
    parts: diffArrays(blocksOf(section.before), blocksOf(section.after)),
  }))
  // A block moved to another section is no less moved.
  const gone = new Set(cut.flatMap(({ parts }) => parts.filter(({ removed }) => removed).flatMap(({ value }) => value)))
  const come = new Set(cut.flatMap(({ parts }) => parts.filter(({ added }) => added).flatMap(({ value }) => value)))
  return {
    sections: cut.map(({ key, heading, parts }) => ({ key, heading, blocks: blocksFrom(parts, { gone, come }) })),
    factChanges: diffFacts(before.incident, after.incident),
    facts: JSON.stringify({ ...before.incident, version: 0 }) !== JSON.stringify({ ...after.incident, version: 0 }),
  }
}

const blocksOf = (text: string): string[] => text.split(/\n[ \t]*\n+/).filter((block) => block.trim() !== '')

type Part = { value: string[]; added?: boolean; removed?: boolean }
type Moves = { gone: ReadonlySet<string>; come: ReadonlySet<string> }

function blocksFrom(parts: Part[], { gone, come }: Moves): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]
    const next = parts[index + 1]
    if (!part) continue
    if (part.removed && next?.added) {
      blocks.push(...rewritten(part.value, next.value, { gone, come }))
      index += 1
    } else blocks.push(...part.value.map((text) => blockOf(text, part, { gone, come })))
  }
  return blocks
}

function blockOf(text: string, { added, removed }: Omit<Part, 'value'>, { gone, come }: Moves): Block {
  if (added) return { kind: gone.has(text) ? 'moved_here' : 'added', text }
  if (removed) return { kind: come.has(text) ? 'moved_away' : 'removed', text }
  return { kind: 'same', text }
}

/** Each old block meets the new one in its place; where the two share little, they are one gone and one come. */
function rewritten(before: string[], after: string[], moves: Moves): Block[] {
  const stay = before.filter((text) => !moves.come.has(text))
  const away = before.filter((text) => moves.come.has(text)).map((text): Block => ({ kind: 'moved_away', text }))
  let position = 0
  const told = after.flatMap((text): Block[] => {
    if (moves.gone.has(text)) return [{ kind: 'moved_here', text }]
    const old = stay[position]
    position += 1
    return old === undefined ? [{ kind: 'added', text }] : wordsOf(old, text)
  })
  return [...away, ...told, ...stay.slice(position).map((text): Block => ({ kind: 'removed', text }))]
}

/** Comparing words takes time with the square of what differs; whole blocks of this size are told whole. */
const WORDS_MAX = 20_000
/** With less than a third in common, two texts side by side are easier to read than one woven from both. */
const IN_COMMON = 1 / 3

function wordsOf(before: string, after: string): Block[] {
  const whole: Block[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  if (before.length + after.length > WORDS_MAX) return whole
  // Chinese is cut into words too.
  const intlSegmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const changes = diffWordsWithSpace(before, after, { intlSegmenter }).map(shape)
  const same = changes.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.trim().length, 0)
  return same < IN_COMMON * Math.min(before.length, after.length) ? whole : [{ kind: 'changed', changes }]
}

const shape = ({ added, removed, value }: { added?: boolean; removed?: boolean; value: string }): Change => ({
  kind: added ? 'added' : removed ? 'removed' : 'same',
  text: value,
})
