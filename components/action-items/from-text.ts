import type { SectionPlace } from '#components/postmortems/editor/extension.ts'
import type { FormAction } from '#components/ui/form-state.ts'
import type messages from '#content/messages/en.json'

/** What the page hands to the editor, where this person may add action items. */
export type ItemGiven = {
  text: (typeof messages)['itemFromText']
  team: string
  dueOn: string
  priorities: readonly { value: string; label: string }[]
  propose: FormAction
}

const listeners = new WeakMap<SectionPlace, (quote: string) => void>()

/** Opens the dialog of that section with these words. */
export const startItem = (place: SectionPlace, quote: string): void => listeners.get(place)?.(quote)

export function onStartItem(place: SectionPlace, listener: (quote: string) => void): () => void {
  listeners.set(place, listener)
  return () => void listeners.delete(place)
}

/** A beginning for a title: the first words, without the marks of Markdown. */
export function titleFrom(quote: string): string {
  const line = quote
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>|]+/g, '')
    .replace(/^\s*(?:[-+]|\d+[.)])\s+(?:\[[ x]\]\s*)?/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= TITLE_WORDS_MAX) return line
  const cut = line.slice(0, TITLE_WORDS_MAX)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_WORDS_MAX / 2)).trim()
}

/** As it fits the label of a link. */
export const quoteLabel = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 76 ? `“${line.slice(0, 75).trim()}…”` : `“${line}”`
}

const TITLE_WORDS_MAX = 80
