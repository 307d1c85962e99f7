import { addDays } from '#lib/time.ts'
import { priorities } from './model.ts'
import type { ActionItemOut } from './schema.ts'

export type ItemHint = 'owner' | 'doneWhen' | 'sameAsTitle' | 'date' | 'long' | 'why'

/** What would make it a better promise. They are said, and never stand in the way. */
export function itemHints(item: ActionItemOut): ItemHint[] {
  const { owner, doneWhen, title, dueOn, priority, createdAt, commitment, mechanism, incidents, postmortem } = item
  const from = (commitment.kind === 'accepted' && commitment.at ? commitment.at : createdAt).slice(0, 10)
  const later = (days: number) => dueOn > addDays(from, days)
  const found: [ItemHint, boolean][] = [
    ['owner', !owner],
    ['doneWhen', !doneWhen],
    ['sameAsTitle', doneWhen !== '' && plain(doneWhen) === plain(title)],
    ['date', later(priorities[priority].days) && !later(LONGEST_DAYS)],
    ['long', later(LONGEST_DAYS)],
    ['why', !mechanism && incidents.length === 0 && !postmortem],
  ]
  return found.flatMap(([hint, holds]) => (holds ? [hint] : []))
}

/** What takes longer than a quarter is a program, or several items. */
const LONGEST_DAYS = 90

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
