/** How alike two titles are, from 0 to 1: the share of the three-letter pieces of their words that both have. */
export function alike(one: string, other: string): number {
  const [a, b] = [pieces(one), pieces(other)]
  if (a.size === 0 || b.size === 0) return 0
  const both = [...a].filter((piece) => b.has(piece)).length
  return both / (a.size + b.size - both)
}

/** Words that tell titles apart, the longest first. */
export const tellingWords = (title: string): string[] =>
  [...new Set(words(title).filter((word) => [...word].length >= 4))].sort((a, b) => b.length - a.length).slice(0, 6)

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function pieces(text: string): Set<string> {
  const all = words(text).flatMap((word) => {
    const letters = [...` ${word} `]
    return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
  })
  return new Set(all)
}
