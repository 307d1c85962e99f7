import { type Decision, when } from '#lib/decision.ts'

/**
 * An action item is a promise: one person and one team will make something true by a date, and say how anybody can
 * tell. It is open until somebody closes it: done, with the evidence, or dropped, with the reason. Closing is a row
 * that can be taken away again, so the item's history keeps every time it came back. The first due date is kept
 * beside the current one, because moving a date is a decision and not a correction.
 */
export const priorities = {
  p0: { label: 'P0', use: 'The same incident could happen again now.', days: 7 },
  p1: { label: 'P1', use: 'The main fixes of a SEV1 or SEV2.', days: 30 },
  p2: { label: 'P2', use: 'Other fixes of a SEV1 or SEV2, main fixes of a SEV3.', days: 60 },
  p3: { label: 'P3', use: 'Good to have, or learning.', days: 90 },
} as const

export type Priority = keyof typeof priorities

export const outcomes = { done: 'Done', dropped: 'Dropped' } as const
export type Outcome = keyof typeof outcomes

export const mayClose = ({ closed }: { closed: boolean }): Decision =>
  when(!closed, 'It is closed already. Reopen it first.')
export const mayReopen = ({ closed }: { closed: boolean }): Decision => when(closed, 'It is open.')
export const mayUpdate = ({ closed }: { closed: boolean }): Decision =>
  when(!closed, 'It is closed. Reopen it to change it.')
