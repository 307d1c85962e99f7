import { answerFinding } from '#lib/customer-summaries/answer-finding.ts'
import { approveSummary } from '#lib/customer-summaries/approve.ts'
import { getSummary } from '#lib/customer-summaries/queries.ts'
import { GetSummaryInput, SummaryOut } from '#lib/customer-summaries/schema.ts'
import { writeSummary } from '#lib/customer-summaries/write.ts'
import { markNotification } from '#lib/notifications/mark.ts'
import { markInbox } from '#lib/notifications/mark-all.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { ListNotificationsInput, NotificationOut } from '#lib/notifications/schema.ts'
import { addHoliday } from '#lib/review-rules/add-holiday.ts'
import { listHolidays, listRules } from '#lib/review-rules/queries.ts'
import { removeHoliday } from '#lib/review-rules/remove-holiday.ts'
import { resetReviewRule } from '#lib/review-rules/reset-rule.ts'
import { HolidaysOut, NoInput, RulesOut } from '#lib/review-rules/schema.ts'
import { setReviewRule } from '#lib/review-rules/set-rule.ts'
import { answerPoint } from '#lib/reviews/answer-point.ts'
import { cancelMeeting } from '#lib/reviews/cancel-meeting.ts'
import { getReviewPicture } from '#lib/reviews/queries.ts'
import { scheduleMeeting } from '#lib/reviews/schedule-meeting.ts'
import { GetReviewInput, ReviewPictureOut } from '#lib/reviews/schema.ts'
import { updateMeeting } from '#lib/reviews/update-meeting.ts'
import { getRequirement, listUnwritten } from '#lib/waivers/queries.ts'
import { GetRequirementInput, ListUnwrittenInput, RequirementOut, UnwrittenOut } from '#lib/waivers/schema.ts'
import { waivePostmortem } from '#lib/waivers/waive.ts'
import { withdrawWaiver } from '#lib/waivers/withdraw.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const person = '019758c0-0000-7000-8000-000000000001'

export const review = route('/postmortems/{number}/reviews/current', {
  GET: get({
    name: 'postmortem.get_review',
    summary: 'Gives what approval takes, who signed, every point with its answers, the rubric and the meetings.',
    scope: 'postmortems:read',
    input: GetReviewInput,
    output: ReviewPictureOut,
    run: (work, { number }) => getReviewPicture(work, number),
  }),
})
export const answers = route('/postmortems/{number}/points/{point}/answers', {
  POST: endpoint(answerPoint, {
    created: () => '/api/v1/postmortems',
    example: { outcome: 'changed', text: 'Named the alert and its delay.' },
  }),
})
export const meetings = route('/postmortems/{number}/meetings', {
  POST: endpoint(scheduleMeeting, {
    created: () => '/api/v1/postmortems',
    example: {
      startsAt: '2026-11-24T15:00',
      zone: 'Europe/Lisbon',
      minutes: 45,
      place: 'Room Tejo and call',
      attendees: [{ person, role: 'facilitator' }],
    },
  }),
})
export const meeting = route('/postmortems/{number}/meetings/{id}', {
  PATCH: endpoint(updateMeeting, {
    example: { version: 1, outcome: 'ready', notes: 'Two questions about detection, both answered.' },
  }),
  DELETE: endpoint(cancelMeeting, { example: { reason: 'Half of the team is on call; a new date follows.' } }),
})

export const summary = route('/postmortems/{number}/customer-summary', {
  GET: get({
    name: 'postmortem.get_summary',
    summary: 'Gives the customer summary with what its check finds, or what the facts give before one is written.',
    scope: 'postmortems:read',
    input: GetSummaryInput,
    output: SummaryOut,
    run: (work, { number }) => getSummary(work, number),
  }),
  PUT: endpoint(writeSummary, {
    example: {
      revision: 0,
      title: 'Errors in Europe on 12 June',
      body: 'From 14:02 to 14:43 UTC one request in nine failed.',
    },
  }),
})
export const summaryAnswers = route('/postmortems/{number}/customer-summary/answers', {
  PUT: endpoint(answerFinding, { example: { finding: 'person lisbon', reason: 'The city, not a person.' } }),
})
export const summaryApproval = route('/postmortems/{number}/customer-summary/approval', {
  PUT: endpoint(approveSummary, { example: { revision: 2, note: 'Read by support as well.' } }),
})

export const waiver = route('/incidents/{number}/waiver', {
  GET: get({
    name: 'incident.get_requirement',
    summary: 'Says whether an incident needs a postmortem, why, until when, and whether that was waived.',
    scope: 'incidents:read',
    input: GetRequirementInput,
    output: RequirementOut,
    run: (work, { number }) => getRequirement(work, number),
  }),
  PUT: endpoint(waivePostmortem, { example: { reason: 'Covered by the review of the cable cut, PM-30.' } }),
  DELETE: endpoint(withdrawWaiver, { example: { reason: 'It happened again.' } }),
})
export const unwritten = route('/postmortem-requirements', {
  GET: list({
    name: 'incident.list_unwritten',
    summary: 'Lists incidents that need a postmortem and have none, or of which that was waived.',
    scope: 'incidents:read',
    input: ListUnwrittenInput,
    item: UnwrittenOut,
    run: listUnwritten,
  }),
})

export const rules = route('/review-rules', {
  GET: get({
    name: 'organization.list_review_rules',
    summary: 'Gives the rules of review: approvals and deadlines, for each severity.',
    scope: 'postmortems:read',
    input: NoInput,
    output: RulesOut,
    run: async (work) => ({ rules: await listRules(work) }),
  }),
})
export const rule = route('/review-rules/{severity}', {
  PUT: endpoint(setReviewRule, {
    example: { approvals: 2, fromEach: ['outside'], draftDays: 3, publishDays: 7, businessDays: false },
  }),
  DELETE: endpoint(resetReviewRule, { example: { team: 'edge' } }),
})
export const holidays = route('/holidays', {
  GET: get({
    name: 'organization.list_holidays',
    summary: 'Gives the days that are no business days, from today on.',
    scope: 'postmortems:read',
    input: NoInput,
    output: HolidaysOut,
    run: async (work) => ({ holidays: await listHolidays(work) }),
  }),
  POST: endpoint(addHoliday, {
    created: () => '/api/v1/holidays',
    example: { on: '2026-12-08', name: 'Immaculate Conception', team: 'edge' },
  }),
})
export const holiday = route('/holidays/{id}', { DELETE: endpoint(removeHoliday, {}) })

export const notifications = route('/notifications', {
  GET: list({
    name: 'notification.list',
    summary: 'Lists what waits in one’s own inbox, newest first.',
    scope: 'people:read',
    input: ListNotificationsInput,
    item: NotificationOut,
    run: listNotifications,
  }),
  PUT: endpoint(markInbox, { example: { until: '2026-11-20T14:02:00Z' } }),
})
export const notification = route('/notifications/{id}', {
  PUT: endpoint(markNotification, { example: { read: true } }),
})
