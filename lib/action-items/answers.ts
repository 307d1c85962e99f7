/** What can be said to a reminder: help is needed, more time is needed, or it should not be done. */
export const answers = ['blocked', 'later', 'not'] as const
export type Answer = (typeof answers)[number]
