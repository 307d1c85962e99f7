import { distance } from './distance.ts'

/** A row of firebreak_terms: a word of the query, and a word of the index it is or may have meant. */
export type TermRow = {
  term: string
  way: 'same' | 'also' | 'unknown' | 'absent' | 'near' | 'shorter' | 'longer'
  word: string
  documents: number
}

/** Which words of the index to look for: a word that is known is itself, an unknown one the likeliest it may have meant. */
export function meantWords(rows: readonly TermRow[]): string[] {
  const words = rows.flatMap(({ way, term }) => {
    const own = () => rows.filter((row) => row.term === term)
    if (way === 'same') return [term]
    if (way === 'unknown') return [meant(term, own())]
    // Kept whole it is not there, its parts may be; the last may still be being typed.
    return way === 'absent' ? completed(own()) : []
  })
  return [...new Set(words)]
}

function meant(term: string, candidates: readonly TermRow[]): string {
  const by = (way: TermRow['way']) => candidates.filter((row) => row.way === way)
  const slips = by('near')
    .map((row) => ({ ...row, edits: distance(term, row.word) }))
    .filter(({ edits }) => edits === 1)
    .toSorted((a, b) => b.documents - a.documents || a.word.localeCompare(b.word, 'en'))
  // The stem of a word whose ending was mistyped; then a word that is still being typed.
  const stems = by('shorter').toSorted((a, b) => b.word.length - a.word.length)
  return (slips[0] ?? stems[0])?.word ?? completed(candidates)[0] ?? term
}

function completed(candidates: readonly TermRow[]): string[] {
  const longer = candidates.filter(({ way }) => way === 'longer')
  return longer
    .toSorted((a, b) => b.documents - a.documents)
    .slice(0, 1)
    .map(({ word }) => word)
}
