import type { CheckMark } from '#prisma/client/enums.ts'

/**
 * A checklist is the list of a guide, worked through for one service. It keeps the items the guide had when it was
 * started; each is open, done, or does not apply to this service, for a reason. It is finished when none is open, and can
 * be abandoned. What the guide asks since then is said beside it, and never slipped into it.
 */
export type ChecklistState = 'open' | 'finished' | 'abandoned'

export const marks = { done: 'Done', not_applicable: 'Does not apply', open: 'Not yet' } as const satisfies Record<
  CheckMark,
  string
>

/** What the guide asks that this list does not, and the other way round. An item is known by its words. */
export function changesSince(
  items: readonly { text: string }[],
  asked: readonly string[],
): { added: string[]; gone: string[] } {
  const texts = items.map(({ text }) => text)
  return {
    added: asked.filter((text) => !texts.includes(text)),
    gone: texts.filter((text) => !asked.includes(text)),
  }
}

export const countOpen = (items: readonly { mark: CheckMark }[]): number =>
  items.filter(({ mark }) => mark === 'open').length
