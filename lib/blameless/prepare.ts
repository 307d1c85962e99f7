import { NOUN } from './blocks.ts'
import type { Language } from './rule.ts'

/** Quotations are somebody's words, and identifiers are names: rules see a placeholder of the same length. */
export function withoutQuotes(text: string): string {
  return text.replace(QUOTED, hidden).replace(IDENTIFIER, hidden)
}

export const hidden = (found: string) => NOUN.repeat(found.length)

const QUOTED =
  /“[^”]{1,400}”|"[^"]{1,400}"|«[^»]{1,400}»|「[^」]{1,400}」|『[^』]{1,400}』|(?<=^|[\s(])['‘][^'’]{2,120}['’](?=$|[\s.,;:)!?])/g

/** ErrorBudgetBurn, MAX_CONNECTIONS, user_id, .gitignore, and “Teams” with a capital inside a sentence. */
const IDENTIFIER =
  /\b[A-Z][a-z0-9]{1,40}(?:[A-Z][a-z0-9]{0,40}){1,8}\b|\b\w{1,40}_\w{1,40}\b|(?<![\w.])\.[a-z]\w{1,40}|(?<=[a-z,;] )Teams\b/g

/**
 * Which language a paragraph is in, by the small words it cannot do without. Short ones count as English, as a rule
 * rarely fires on a few foreign words.
 */
export function languageOf(text: string): Language | 'other' {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (han > 0 && han * 4 > text.length) return 'zh'
  const words = text.toLowerCase().match(/\p{L}{1,30}/gu) ?? []
  if (words.length < 6) return /[\u0250-\u1FFF\u2C00-\uFFFB]/.test(text) ? 'other' : 'en'
  const english = words.filter((word) => ENGLISH.has(word)).length
  const foreign = words.filter((word) => FOREIGN.has(word)).length
  return foreign > english ? 'other' : 'en'
}

const ENGLISH = new Set(
  'the a an of to and was were is are in on at for with that this it its by from as had has have not no we they but be which when after before their our'.split(
    ' ',
  ),
)
const FOREIGN = new Set(
  'der die das und nicht war den dem ein eine ist mit auf für von zu im des wurde le la les et est un une dans pour que qui sur pas du au el los las que en por para con una se del não uma o os da do em com il che di per non è i w na się nie jest het een van niet werd'.split(
    ' ',
  ),
)
