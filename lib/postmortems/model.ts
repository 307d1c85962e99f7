import { type Decision, deny, when } from '#lib/decision.ts'
import type { Template } from '#lib/templates/schema.ts'

/**
 * A postmortem is a document about an incident. Its lead and their team write it in the open; reviewers approve one
 * frozen revision; publishing shows that revision to its readers, who from then on never see the working text. Changing
 * it afterwards is an amendment with a note; taking it back is a retraction with a reason. Its state is never set:
 * the database derives it from the rows that say who decided what, when and why.
 */
export const states = {
  draft: 'Draft',
  in_review: 'In review',
  changes_asked: 'Changes asked',
  approved: 'Approved',
  published: 'Published',
  retracted: 'Retracted',
} as const

export type State = keyof typeof states

export const visibilities = {
  company: 'Everyone in the company',
  team: 'Only its team',
  restricted: 'Only people given access by name',
} as const

/** From most closed to most open. */
const openness = ['restricted', 'team', 'company'] as const

type Reach = { visibility: keyof typeof visibilities; teamId: string }

/** Whether people could read the one who cannot read the other: more open, or open to another team. */
export function reachesBeyond(one: Reach, other: Reach): boolean {
  if (one.visibility === 'team' && other.visibility === 'team') return one.teamId !== other.teamId
  return openness.indexOf(one.visibility) > openness.indexOf(other.visibility)
}

export function mayRequestReview(state: State): Decision {
  return when(state !== 'published', 'It is published. Change the text and amend it with a note instead.')
}

export function mayDecide(state: State): Decision {
  return when(
    state === 'in_review' || state === 'changes_asked' || state === 'approved',
    'Nobody has asked for a review yet.',
  )
}

/** `changed`: the working text is not the revision that was approved. */
export function mayPublish({
  state,
  review,
  changed,
}: {
  state: State
  review: Template['review']
  changed: boolean
}): Decision {
  if (state === 'published') return deny('It is published already. Change the text and amend it with a note.')
  if (state === 'approved')
    return when(!changed, 'The text changed after it was approved. Ask for a review of the new text.')
  if (review === 'optional' && state === 'draft') return { allowed: true }
  if (state === 'changes_asked') return deny('A reviewer asked for changes. Answer them and ask for a review again.')
  if (state === 'in_review') return deny('It is still in review.')
  return deny('Ask for a review first; this template needs one before publication.')
}

export function mayAmend({ state, changed }: { state: State; changed: boolean }): Decision {
  if (state !== 'published') return deny('Only a published postmortem can be amended.')
  return when(changed, 'Nothing has changed since it was published.')
}

export const mayRetract = (state: State): Decision =>
  when(state === 'published', 'Only a published postmortem can be retracted.')
