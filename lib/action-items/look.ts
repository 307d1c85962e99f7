import { z } from 'zod'
import { wordOf } from '#lib/fields.ts'
import { Id, PublicNumber } from '#lib/ids.ts'
import { localDate } from '#lib/time.ts'
import { ProgressKind } from './schema.ts'
import { type Grouping, groupings } from './vocabulary.ts'

export const looks = ['table', 'board', 'calendar'] as const
export type Look = (typeof looks)[number]

/** How the list is looked at, and what somebody is doing in it: in the address, like its filters. */
export const LookInput = z.strictObject({
  as: z.enum(looks).default('table'),
  by: wordOf(groupings, 'Choose a grouping from the list.').optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** The item that is being changed in its row, the field somebody came for, and the state they dragged it to. */
  edit: PublicNumber.optional(),
  focus: z.enum(['owner', 'dueOn', 'priority']).optional(),
  to: ProgressKind.optional(),
  /** A change of many items that can be taken back. */
  changed: Id.optional(),
  view: Id.optional(),
})
export type LookInput = z.output<typeof LookInput>

export const thisMonth = (now: Date, zone: string): string => localDate(now, zone).slice(0, 7)

/** The month so many later. */
export function monthAfter(month: string, months: number): string {
  const [year = 2000, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** What a group is told by, from the key it is sorted by. */
export function groupValue(by: Grouping, key: string): string | null {
  if (by === 'priority') return key
  if (by === 'age') return String(4 - Number(key))
  if (by === 'team') return key.slice(key.lastIndexOf(' ') + 1)
  if (key === '2') return null
  const rest = key.slice(1)
  return by === 'owner' || by === 'program' ? rest.slice(rest.lastIndexOf(' ') + 1) : rest
}
