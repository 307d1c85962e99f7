import type { HintsText } from './given.ts'

export const wordingLabel = (wording: string, text: HintsText) =>
  wording === '' ? text.leaveOut : text.use.replace('{wording}', wording)

/** Puts a wording in the place of what was found, with the first “…” selected, because that is for the writer. */
export function replacing({ from, to, wording, doc }: { from: number; to: number; wording: string; doc: string }) {
  // Words that are taken out leave one space behind, not two.
  const end = wording === '' && doc[to] === ' ' && (from === 0 || /\s/.test(doc[from - 1] ?? '')) ? to + 1 : to
  const blank = wording.indexOf('…')
  const selection = blank < 0 ? { anchor: from + wording.length } : { anchor: from + blank, head: from + blank + 1 }
  return { changes: { from, to: end, insert: wording }, selection, scrollIntoView: true }
}
