import { distance } from './distance.ts'

/** A row of firebreak_terms: a word of the query, and a word of the index it is or may have meant. */
export type TermRow = {
  term: string
  way: 'same' | 'unknown' | 'near' | 'shorter' | 'longer'
  word: string
  documents: number
}

/** Which words of the index to look for: a word that is known is itself, an unknown one the likeliest it may have meant. */
export function meantWords(rows: readonly TermRow[]): string[] {
  const words = rows.flatMap(({ way, term }) => {
    if (way === 'same') return [term]
    return way === 'unknown'
      ? [
          meant(
            term,
            rows.filter((row) => row.term === term),
          ),
        ]
      : []
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
  const completions = by('longer').toSorted((a, b) => b.documents - a.documents)
  return (slips[0] ?? stems[0] ?? completions[0])?.word ?? term
}
