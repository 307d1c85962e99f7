import { IDENTIFIER_MAX, identifiersIn, tokensIn, UNSPACED } from '#lib/identifiers.ts'

/**
 * What PostgreSQL's parser would take apart or leave in one piece although people look for the other: identifiers such
 * as net.ipv4.ip_local_port_range are kept whole beside their parts, and Chinese is indexed by characters and pairs of
 * them, which needs no dictionary and finds every word of two characters or more.
 */
export const withoutUnspaced = (text: string): string => text.replace(UNSPACED, ' ')

/** The words an identifier is made of, where the parser would not see them: dotted, slashed and camelCase ones. */
export function partsIn(text: string): string {
  const hidden = tokensIn(text).filter(
    (token) => token.length <= IDENTIFIER_MAX && (/[.:/@]/.test(token) || /\p{Ll}\p{Lu}/u.test(token)),
  )
  const parts = hidden.flatMap((token) =>
    token
      .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length > 1 && /\p{L}/u.test(part)),
  )
  return [...new Set(parts)].join(' ')
}

/** Pairs of neighbours; a single character where it stands alone. */
export function pairsIn(text: string): string[] {
  return (text.match(UNSPACED) ?? []).flatMap((run) => {
    const characters = [...run]
    return characters.length === 1 ? characters : characters.slice(1).map((next, at) => `${characters[at]}${next}`)
  })
}

/** What a query looks for beside its words. */
export const exactWords = (query: string): string[] => [...new Set([...identifiersIn(query), ...pairsIn(query)])]

/** A phrase of such text as PostgreSQL spells it: every pair right after the one before. */
export const unspacedPhrase = (phrase: string): string => pairsIn(phrase).map(quoted).join(' <-> ')

export type Weighed = { text: string; weight: 'A' | 'B' | 'C' | 'D' }

/** As the text of a tsvector. `named` are lexemes of their own, such as a mechanism. */
export function exactVector(texts: readonly Weighed[], named: readonly string[] = []): string {
  const places = new Map<string, string[]>()
  let place = 1
  const put = (lexeme: string, weight: string) => {
    const at = places.get(lexeme) ?? []
    // A lexeme keeps 255 places in PostgreSQL, and places end at 16,383.
    if (at.length < 255 && place < 16_383) at.push(`${place}${weight}`)
    places.set(lexeme, at)
  }
  for (const lexeme of named) put(lexeme, 'B')
  for (const { text, weight } of texts) {
    for (const identifier of identifiersIn(text)) put(identifier, weight)
    for (const run of text.match(UNSPACED) ?? []) {
      const characters = [...run]
      for (const [at, character] of characters.entries()) {
        const next = characters[at + 1]
        put(character, weight)
        if (next) put(`${character}${next}`, weight)
        place += 1
      }
    }
    place += 1
  }
  return [...places]
    .map(([lexeme, at]) => (at.length > 0 ? `${quoted(lexeme)}:${at.join(',')}` : quoted(lexeme)))
    .join(' ')
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
