import type { Actor } from '#lib/actor.ts'
import { dismissHint } from '#lib/hints/dismiss.ts'
import { can } from '#lib/policy/can.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { moveTemplate } from '#lib/postmortems/move-template.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { type Probe, probe } from './probe.ts'
import { ofAccess } from './probes-access.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'
import type { World } from './world.ts'

/** What can be done to one postmortem. */
export function ofPostmortem(cast: World, row: StagedPostmortem): Probe[] {
  const { number } = row
  const sees = (actor: Actor) => can(actor, 'read', 'postmortem', row).allowed
  const edits = { sees, may: (actor: Actor) => can(actor, 'edit', 'postmortem', row).allowed }
  const publishes = { sees, may: (actor: Actor) => can(actor, 'publish', 'postmortem', row).allowed }
  // What is published is amended, not reviewed.
  const reviewable = row.shape.phase === 'published' ? { sees, may: () => false } : edits
  const reviewed = row.reviewId !== null && row.shape.phase === 'written'
  const decides = (actor: Actor) => reviewed && can(actor, 'review', 'postmortem', row).allowed
  return [
    probe(editPostmortem, { number, title: 'Another title' }, edits),
    probe(dismissHint, { number, section: 'title', rule: 'human-error', mark: '0123456789abcdef' }, edits),
    probe(moveTemplate, { number, template: 'coe' }, edits),
    probe(requestReview, { number, reviewers: [cast.personIds.ada] }, reviewable),
    probe(decideReview, { number, verdict: 'approve' }, { sees, may: decides }),
    probe(publishPostmortem, { number }, publishes),
    probe(amendPostmortem, { number, note: 'A fact was wrong.' }, publishes),
    probe(retractPostmortem, { number, reason: 'It was about another incident.' }, publishes),
    probe(changeVisibility, { number, visibility: 'company' }, edits),
    ...ofAccess(cast, { record: 'postmortem', row, edits }),
  ]
}
