import type { EventData } from '#lib/events.ts'
import { formatDate, formatInstant } from '#lib/time.ts'
import type { Sentence } from './describe.ts'

type Told =
  | `postmortem.${'superseded' | 'supersession_withdrawn' | 'revision_restored' | 'review_commented' | 'point_answered'}`
  | `postmortem.meeting_${'scheduled' | 'changed' | 'held' | 'cancelled'}`
  | `postmortem.summary_${'written' | 'finding_answered' | 'approved'}`
  | `incident.${'postmortem_waived' | 'waiver_withdrawn'}`
  | `organization.${'review_rule_set' | 'review_rule_reset' | 'holiday_added' | 'holiday_removed'}`
  | 'person.inbox_marked'

/** What reviewing adds to the history, in words. */
export const reviewSentences: { [N in Told]: (data: EventData[N]) => string | Sentence } = {
  'postmortem.superseded': ({ reason }) => quoting('said that another postmortem tells this story now', reason),
  'postmortem.supersession_withdrawn': ({ reason }) => quoting('said that this one tells its story again', reason),
  'postmortem.revision_restored': ({ revision }) => `made the text of revision ${revision} the working text again`,
  'postmortem.review_commented': ({ revision, points }) =>
    points > 0
      ? `asked ${points === 1 ? 'for one thing' : `for ${points} things`} in revision ${revision}, without deciding yet`
      : `answered review questions about revision ${revision}`,
  'postmortem.point_answered': ({ outcome, text }) => quoting(answered[outcome] ?? 'answered a reviewer', text),
  'postmortem.meeting_scheduled': ({ startsAt, zone }) =>
    `planned a review meeting for ${formatInstant(new Date(startsAt), 'UTC')} (entered in ${zone})`,
  'postmortem.meeting_changed': () => 'changed the review meeting',
  'postmortem.meeting_held': ({ outcome }) => `recorded the review meeting: ${outcomes[outcome] ?? outcome}`,
  'postmortem.meeting_cancelled': ({ reason }) => quoting('cancelled the review meeting', reason),
  'postmortem.summary_written': ({ revision }) => `wrote revision ${revision} of the customer summary`,
  'postmortem.summary_finding_answered': ({ reason }) =>
    quoting('kept something the check of the customer summary found', reason),
  'postmortem.summary_approved': ({ revision, note }) =>
    quoting(`approved revision ${revision} of the customer summary`, note),
  'incident.postmortem_waived': ({ reason }) => quoting('decided that it needs no postmortem', reason),
  'incident.waiver_withdrawn': ({ reason }) => quoting('decided that it needs a postmortem after all', reason),
  'organization.review_rule_set': ({ severity, team, approvals, draftDays, publishDays }) =>
    `set the review of ${place(severity, team)}: ${approvals === 1 ? 'one approval' : `${approvals} approvals`}, draft in ${draftDays} days, published in ${publishDays}`,
  'organization.review_rule_reset': ({ severity, team }) =>
    `returned the review of ${place(severity, team)} to what is usual`,
  'organization.holiday_added': ({ on, name, team }) =>
    `added ${name} on ${formatDate(on)} as a holiday${team ? ` of ${team}` : ''}`,
  'organization.holiday_removed': ({ on, name, team }) =>
    `removed ${name} on ${formatDate(on)} from the holidays${team ? ` of ${team}` : ''}`,
  'person.inbox_marked': ({ read, count }) =>
    `marked ${count === 1 ? 'one notification' : `${count} notifications`} as ${read ? 'read' : 'unread'}`,
}

const quoting = (did: string, quote: string): Sentence => ({ did, quote })
const place = (severity: string, team: string | null) =>
  `${severity === 'near_miss' ? 'near misses' : severity.toUpperCase()}${team ? ` in ${team}` : ''}`

const answered: Record<string, string> = {
  changed: 'changed the text as a reviewer asked',
  kept: 'kept the text a reviewer asked about, with a reason',
  reopened: 'opened an answered point again',
}
const outcomes: Record<string, string> = {
  ready: 'ready to publish',
  needs_changes: 'changes are needed',
  another_meeting: 'another meeting is needed',
}
