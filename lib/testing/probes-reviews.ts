import type { Actor } from '#lib/actor.ts'
import { answerFinding } from '#lib/customer-summaries/answer-finding.ts'
import { approveSummary } from '#lib/customer-summaries/approve.ts'
import { writeSummary } from '#lib/customer-summaries/write.ts'
import { setMail } from '#lib/digests/set-mail.ts'
import { markInbox } from '#lib/notifications/mark-all.ts'
import { can } from '#lib/policy/can.ts'
import { restoreRevision } from '#lib/postmortems/restore-revision.ts'
import { supersedePostmortem } from '#lib/postmortems/supersede.ts'
import { withdrawSupersession } from '#lib/postmortems/withdraw-supersession.ts'
import { addHoliday } from '#lib/review-rules/add-holiday.ts'
import { removeHoliday } from '#lib/review-rules/remove-holiday.ts'
import { resetReviewRule } from '#lib/review-rules/reset-rule.ts'
import { setReviewRule } from '#lib/review-rules/set-rule.ts'
import { answerPoint } from '#lib/reviews/answer-point.ts'
import { cancelMeeting } from '#lib/reviews/cancel-meeting.ts'
import { scheduleMeeting } from '#lib/reviews/schedule-meeting.ts'
import { updateMeeting } from '#lib/reviews/update-meeting.ts'
import { waivePostmortem } from '#lib/waivers/waive.ts'
import { withdrawWaiver } from '#lib/waivers/withdraw.ts'
import { unwatch } from '#lib/watching/unwatch.ts'
import { watch } from '#lib/watching/watch.ts'
import { type Asked, type Probe, probe } from './probe.ts'
import type { StagedIncident } from './stage-incidents.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'
import { NOW, type World } from './world.ts'

/** What reviewing can do to one postmortem. */
export function ofReview({ personIds }: World, row: StagedPostmortem): Probe[] {
  const { number, hanging, reviewId, reviewerIds = [] } = row
  const sees = (actor: Actor) => can(actor, 'read', 'postmortem', row).allowed
  const edits: Asked = { sees, may: (actor) => can(actor, 'edit', 'postmortem', row).allowed }
  const publishes: Asked = { sees, may: (actor) => can(actor, 'publish', 'postmortem', row).allowed }
  const approves: Asked = { sees, may: (actor) => can(actor, 'approveSummary', 'postmortem', row).allowed }
  const raised: Asked = { sees, may: (actor) => actor.kind === 'person' && actor.personId === reviewerIds[0] }
  const point = { number, point: hanging.pointId }
  const meeting = { number, id: hanging.meetingId }
  return [
    ...(reviewId
      ? [
          probe(answerPoint, { ...point, outcome: 'changed' }, edits),
          probe(answerPoint, { ...point, outcome: 'reopened', text: 'It is not there.' }, raised),
        ]
      : []),
    probe(scheduleMeeting, { number, startsAt: NOW.toISOString(), zone: 'UTC' }, edits),
    probe(updateMeeting, { ...meeting, version: 1, outcome: 'ready' }, edits),
    probe(cancelMeeting, { ...meeting, reason: 'Nobody could come.' }, edits),
    probe(supersedePostmortem, { number, by: number, reason: 'Told again.' }, publishes),
    probe(withdrawSupersession, { number, reason: 'Not the same.' }, publishes),
    probe(restoreRevision, { number, revision: 1 }, edits),
    probe(writeSummary, { number, revision: 1, title: 'Errors', body: 'Some requests failed.' }, edits),
    probe(answerFinding, { number, finding: 'person tom', reason: 'A town.' }, edits),
    probe(approveSummary, { number, revision: 1 }, approves),
    probe(
      scheduleMeeting,
      { number, startsAt: NOW.toISOString(), zone: 'UTC', attendees: [{ person: personIds.ada, role: 'guest' }] },
      edits,
    ),
  ]
}

export function ofWaiver(row: StagedIncident): Probe[] {
  const { number } = row
  const waives: Asked = {
    sees: (actor) => can(actor, 'read', 'incident', row).allowed,
    may: (actor) => can(actor, 'waive', 'incident', row).allowed,
  }
  const reads: Asked = { sees: waives.sees, may: (actor) => actor.kind === 'person' }
  return [
    probe(waivePostmortem, { number, reason: 'A drill.' }, waives),
    probe(withdrawWaiver, { number, reason: 'It was none.' }, waives),
    probe(watch, { kind: 'incident', number }, reads),
    probe(unwatch, { kind: 'incident', number }, reads),
  ]
}

export function ofRules(): Probe[] {
  const administers: Asked = {
    sees: () => true,
    may: (actor) => can(actor, 'edit', 'organization').allowed,
  }
  const anybody: Asked = { sees: () => true, may: (actor) => actor.kind === 'person' }
  const terms = { approvals: 1, fromEach: [], draftDays: 2, publishDays: 4, businessDays: true }
  return [
    probe(setReviewRule, { severity: 'sev2', ...terms }, administers),
    probe(addHoliday, { on: '2026-12-25', name: 'Christmas' }, administers),
    probe(markInbox, { until: NOW.toISOString() }, anybody),
    probe(setMail, { pace: 'week', hour: 9, quietFrom: 20, quietUntil: 8 }, anybody),
  ]
}

/** Their subjects are rows of settings, or of one inbox: lib/review-rules and lib/notifications try them. */
export const unprobedReviews = [resetReviewRule.name, removeHoliday.name, 'notification.mark']
