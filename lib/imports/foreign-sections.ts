import type { TextSection } from '#lib/exports/sections.ts'
import { slugOf } from '#lib/ids.ts'
import { TITLE_MAX } from '#lib/text.ts'

/** More headings than this become part of the last section: a document holds 60. */
const SECTIONS_MAX = 55

/**
 * A text of any kind as sections: its shallowest headings divide it, and what stands before the first of them is the
 * summary. A text without headings is one section. Nothing of it is lost or reworded.
 */
export function sectionsOf(text: string, title: string): TextSection[] {
  const lines = text.split('\n')
  const headings = headingsIn(lines)
  const [first] = headings
  // A single top heading that repeats the title is the title.
  const repeats =
    first && headings.filter(({ depth }) => depth === first.depth).length === 1 && sameWords(first.text, title)
  const counted = repeats ? headings.slice(1) : headings
  const depth = Math.min(...counted.map((heading) => heading.depth))
  const starts = counted.filter((heading) => heading.depth === depth).slice(0, SECTIONS_MAX)
  const from = repeats ? first.line + 1 : 0
  const opening = trimmed(lines.slice(from, starts[0]?.line ?? lines.length))
  const parts = starts.map(({ line, text }, index) => ({
    heading: text.slice(0, TITLE_MAX),
    body: trimmed(lines.slice(line + 1, starts[index + 1]?.line ?? lines.length)),
  }))
  const all = opening || parts.length === 0 ? [{ heading: 'Summary', body: opening }, ...parts] : parts
  return withKeys(all)
}

type Heading = { line: number; depth: number; text: string }

/** Headings outside code. */
function headingsIn(lines: readonly string[]): Heading[] {
  const found: Heading[] = []
  let fence = ''
  for (const [line, text] of lines.entries()) {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? []
    if (fence) {
      if (mark.startsWith(fence) && text.trim() === mark) fence = ''
    } else if (mark) fence = mark
    else {
      const [, hashes, words] = /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(text) ?? []
      if (hashes && words) found.push({ line, depth: hashes.length, text: plain(words) })
    }
  }
  return found
}

/** A heading here is one line of words, so marks of emphasis and links in it are dropped. */
const plain = (words: string) =>
  words
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim() || 'Section'

const sameWords = (one: string, other: string) =>
  one.toLowerCase().replace(/\W+/g, ' ').trim() === other.toLowerCase().replace(/\W+/g, ' ').trim()

const trimmed = (lines: readonly string[]) => lines.join('\n').replace(/^\n+|\s+$/g, '')

function withKeys(parts: readonly { heading: string; body: string }[]): TextSection[] {
  const taken = new Set<string>()
  return parts.map(({ heading, body }) => {
    const slug = slugOf(heading).replaceAll('-', '_').slice(0, 36)
    // Headings in other scripts have no letters to make a key of.
    const wanted = slug === 'unnamed' ? 'section' : slug
    let key = wanted
    for (let count = 2; taken.has(key); count++) key = `${wanted}_${count}`
    taken.add(key)
    return { key, heading, body }
  })
}
