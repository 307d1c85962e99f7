import { ChangeSet } from '@codemirror/state'
import { diffWordsWithSpace } from 'diff'
import { simpleChange, textOf } from './model.ts'

/** Words and spaces that are not the same. With more it is another text, which replaces the middle in one piece. */
const EDITS_MAX = 1_000

/**
 * How a text that came as a whole (a form, REST, a restored revision) differs from the one that stood there, word by
 * word, so that people who have the section open keep their place and their own words.
 */
export function changeBetween(before: string, after: string): ChangeSet {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX })
  if (!parts) return simpleChange(before, after)
  const changes: { from: number; to: number; insert: ReturnType<typeof textOf> }[] = []
  let at = 0
  let removed = 0
  let added = ''
  const flush = () => {
    if (removed > 0 || added) changes.push({ from: at - removed, to: at, insert: textOf(added) })
    removed = 0
    added = ''
  }
  for (const part of parts) {
    if (part.added) added += part.value
    else {
      if (!part.removed) flush()
      at += part.value.length
      if (part.removed) removed += part.value.length
    }
  }
  flush()
  const change = ChangeSet.of(changes, before.length)
  // The words are the library's; that nothing of the text gets lost is ours to know.
  return change.apply(textOf(before)).eq(textOf(after)) ? change : simpleChange(before, after)
}
