/**
 * The words of Markdown without its signs: enough to find and to quote. Parsing properly costs 200 ms for 10 KB, which
 * building an index of thousands of documents cannot pay. Every pattern reads a character once.
 */
export function plainText(markdown: string): string {
  return (
    markdown
      .slice(0, PLAIN_MAX)
      .replace(/^[ \t]*(?:```|~~~)[^\n]*$/gm, '')
      .replace(/^[ \t]*(?:#{1,6}|[-*+>]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, '')
      .replace(/^[ \t|:-]+$/gm, '')
      // The address of a link is noise in a quotation; its words are in the text or they are nowhere.
      .replace(/!?\[([^[\]\n]{0,1000})\]\([^()\s]{0,2000}(?:[ \t]+"[^"\n]{0,200}")?\)/g, '$1')
      .replace(/<\/?[A-Za-z][^<>\n]{0,500}>/g, ' ')
      .replace(/[*_`~|]{1,3}/g, (signs, at: number, all: string) => (isInWord(all, at, signs.length) ? signs : ' '))
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim()
  )
}

/** Three of the longest sections. A tsvector may have one megabyte, positions included. */
const PLAIN_MAX = 300_000

/** config_push keeps its underscore. */
const isInWord = (text: string, at: number, length: number) =>
  text[at] === '_' && /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + length] ?? '')
