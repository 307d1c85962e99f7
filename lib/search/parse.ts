import type { EngineQuery } from './engine.ts'
import { QUERY_MAX } from './model.ts'
import { type Asked, splitQuery } from './query-text.ts'

/** Every word is a look into the index. */
export const WORDS_MAX = 256
/** People who write quotes and minuses for a search engine write few words; in a pasted paragraph they are punctuation. */
const OPERATORS_UP_TO_WORDS = 16
/** Longer "words" are hashes and tokens, which the index does not keep either. */
const WORD_MAX = 64
/** A screen of chips. */
const ASKED_MAX = 20
/** Each needs the text of the documents, not only the index. */
const PHRASES_MAX = 4

export type ParsedQuery = Pick<EngineQuery, 'text' | 'phrases' | 'without'> & { asked: Asked[] }

/**
 * Words, "a phrase", -without and field:value. Everything is a query: what has no meaning here is a word or nothing,
 * so no text a person or a machine can send is an error.
 */
export function parseQuery(raw: string): ParsedQuery {
  const { asked, rest: query } = splitQuery(clean(raw))
  if (query.split(/\s+/).length > OPERATORS_UP_TO_WORDS)
    return { text: plainWords(query), phrases: [], without: [], asked: asked.slice(0, ASKED_MAX) }
  const parts = [...query.matchAll(PART)].map(([, minus, quoted, bare]) => ({
    sign: minus ? 'without' : quoted === undefined ? 'word' : 'phrase',
    text: plainWords(quoted ?? bare ?? ''),
  }))
  const of = (...signs: string[]) =>
    parts.filter(({ sign, text }) => signs.includes(sign) && text).map(({ text }) => text)
  return {
    text: of('word', 'phrase').join(' '),
    phrases: of('phrase').slice(0, PHRASES_MAX),
    without: of('without').slice(0, PHRASES_MAX),
    asked: asked.slice(0, ASKED_MAX),
  }
}

/** An optional minus, then something in quotes or something without spaces. Two are how a flag of a command begins. */
const PART = /(?<!\S)(-(?!-)|)(?:"([^"]+)"(?!\w)|(\S+))/g

/** The path of a pasted link says what it is about (/2019/06/expired-certificate); the host says who said so. */
const ADDRESS = /https?:\/\/[^\s/]+(\S*)/g

const clean = (raw: string) =>
  raw
    // Cut first, so that what follows costs the same for any input; composing (NFC) only shortens.
    .slice(0, QUERY_MAX)
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL among them, which PostgreSQL refuses in text.
    .replace(/[\u0000-\u001f\u007f\ufffd]/g, ' ')
    .replace(ADDRESS, (_, path: string) => ` ${path.split(/[^\p{L}\p{N}]+/u).join(' ')} `)
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .trim()

/** Punctuation at a word's edges is no part of it; within (edge-proxy, 10.0.0.1, config.yaml) it is. */
function plainWords(text: string): string {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '' && word.length <= WORD_MAX)
    .slice(0, WORDS_MAX)
    .join(' ')
}
