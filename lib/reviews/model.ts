/**
 * A review is people signing one frozen revision. Besides approving it or asking for changes they may raise points, each
 * about a section or the whole, and answer the rubric. The author answers every point, by changing the text or by saying
 * why it stays, before asking again. A meeting, where there is one, leaves a record of who was there and what came of it.
 */
export const pointStates = {
  open: 'Waits for an answer',
  changed: 'The text was changed',
  kept: 'The text stays, with a reason',
} as const
export type PointState = keyof typeof pointStates

/** Where a point stands: its newest answer, and reopened is open again. */
export function pointState(answers: readonly { outcome: 'changed' | 'kept' | 'reopened' }[]): PointState {
  const newest = answers.at(-1)?.outcome
  return newest === undefined || newest === 'reopened' ? 'open' : newest
}

export const meetingRoles = {
  facilitator: 'Facilitator',
  lead: 'Postmortem lead',
  responder: 'Responder',
  reviewer: 'Reviewer',
  scribe: 'Scribe',
  guest: 'Guest',
} as const
export const meetingOutcomes = {
  ready: 'Ready to publish',
  needs_changes: 'Changes are needed',
  another_meeting: 'Another meeting is needed',
} as const
