import { isUnspaced } from '#lib/identifiers.ts'
import type { Passage } from './source.ts'

export type Snippet = { text: string; marks: [number, number][] }

/** Two lines on a wide screen. */
const LENGTH = 260
/** Quoting reads every word; the middle of a giant text is not worth a second of somebody's time. */
const READ_MAX = 100_000

/** From the passage where most of the words stand together, and where that is; of equals the first. */
export function bestSnippet(
  passages: readonly Passage[],
  words: readonly string[],
): { snippet: Snippet; where: string | null } {
  let best = { snippet: { text: '', marks: [] } as Snippet, where: null as string | null, different: -1 }
  let left = READ_MAX
  for (const { where, text } of passages) {
    if (left <= 0 || text.trim() === '') continue
    const snippet = snippetOf(text.slice(0, left), words)
    left -= text.length
    const different = new Set(snippet.marks.map(([start, end]) => fold(snippet.text.slice(start, end)))).size
    if (different > best.different) best = { snippet, where, different }
  }
  return { snippet: best.snippet, where: best.where }
}

/** The place where most of the words stand together, with the places to mark; the beginning when none does. */
export function snippetOf(source: string, words: readonly string[]): Snippet {
  const text = source.slice(0, READ_MAX).replace(/\s+/g, ' ').trim()
  const found = placesOf(text, words)
  const from = startOf(text, found)
  const to = endOf(text, from)
  const marks = found.filter(({ start, end }) => start >= from && end <= to)
  const before = from > 0 ? '… ' : ''
  const after = to < text.length ? ' …' : ''
  const shift = before.length - from
  return {
    text: before + text.slice(from, to) + after,
    marks: marks.map(({ start, end }) => [start + shift, end + shift]),
  }
}

type Place = { start: number; end: number; word: number }

function placesOf(text: string, words: readonly string[]): Place[] {
  const spaced = wordPlaces(text, words)
  const pairs = words.flatMap((word, at) => (isUnspaced(word) ? pairPlaces(text, word, at) : []))
  return pairs.length === 0 ? spaced : joined([...spaced, ...pairs].toSorted((a, b) => a.start - b.start))
}

function pairPlaces(text: string, pair: string, word: number): Place[] {
  const places: Place[] = []
  for (let start = text.indexOf(pair); start >= 0; start = text.indexOf(pair, start + 1))
    places.push({ start, end: start + pair.length, word })
  return places
}

/** Pairs of characters overlap where a longer word stands: it is marked as one. */
function joined(places: readonly Place[]): Place[] {
  const all: Place[] = []
  for (const place of places) {
    const last = all.at(-1)
    if (last && place.start <= last.end) last.end = Math.max(last.end, place.end)
    else all.push({ ...place })
  }
  return all
}

function wordPlaces(text: string, words: readonly string[]): Place[] {
  const stems = words.map(stemOf).filter((stem) => stem.length > 1)
  const places: Place[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const plain = fold(match[0])
    const word = stems.findIndex((stem) => (stem.length < 4 ? plain === stem : plain.startsWith(stem)))
    if (word >= 0) places.push({ start: match.index, end: match.index + match[0].length, word })
  }
  return places
}

/** The index spells "happy" as "happi"; without the last letter both begin alike. */
const stemOf = (word: string) => (word.length > 3 ? fold(word).replace(/[iy]$/, '') : fold(word))

const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The window with the most different words in it, from a little before its first one. */
function startOf(text: string, places: readonly Place[]): number {
  let best = { start: 0, different: 0 }
  for (const [index, { start }] of places.entries()) {
    const within = new Set<number>()
    for (let next = index; next < places.length; next++) {
      const place = places[next]
      if (!place || place.end > start + LENGTH - LEAD) break
      within.add(place.word)
    }
    if (within.size > best.different) best = { start, different: within.size }
  }
  if (best.start <= LEAD) return 0
  const space = text.indexOf(' ', best.start - LEAD)
  return space >= 0 && space < best.start ? space + 1 : best.start
}

const LEAD = 60

function endOf(text: string, from: number): number {
  if (from + LENGTH >= text.length) return text.length
  const space = text.lastIndexOf(' ', from + LENGTH)
  return space > from + LENGTH / 2 ? space : from + LENGTH
}
