/**
 * Words of machines: host names, configuration keys, error codes, alert names. People look for them as they are written,
 * and two records that both hold a rare one have more in common than many words of prose.
 */
export const IDENTIFIER_MAX = 64

/** Text of the kind that is written without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+/gu
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}_.:/@-]*[\p{L}\p{N}])?/gu

export const isUnspaced = (text: string): boolean => text.search(UNSPACED) >= 0

/** What stands between blanks and brackets, joined parts in one. */
export const tokensIn = (text: string): string[] => text.match(TOKEN) ?? []

/** Lower-case identifiers, each with those of its pieces that are identifiers too. */
export function identifiersIn(text: string): string[] {
  return tokensIn(text).flatMap(identifierOf)
}

function identifierOf(token: string): string[] {
  if (token.length > IDENTIFIER_MAX || !isIdentifier(token)) return []
  const pieces = token.includes('_') && /[.:/@]/.test(token) ? token.split(/[.:/@]+/).filter(isIdentifier) : []
  return [token, ...pieces].map((piece) => piece.toLowerCase())
}

/** Something joins its parts, and it is neither a time, a date, a number nor a word with a hyphen. */
const isIdentifier = (token: string) => /[_.:/@]|\d-|-\d/.test(token) && /\p{L}/u.test(token) && !isUnspaced(token)
