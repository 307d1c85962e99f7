import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { lockMeeting } from './meetings.ts'
import { presentMeeting, wholeMeeting } from './present.ts'
import { CancelMeetingInput, MeetingOut } from './schema.ts'

export const cancelMeeting = command({
  name: 'postmortem.cancel_meeting',
  summary: 'Cancels a review meeting that was not held, with a reason.',
  scope: 'postmortems:write',
  input: CancelMeetingInput,
  output: MeetingOut,
  subject: lockMeeting,
  may: (actor, { postmortem }) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { id, reason }, subject: { postmortem, meeting } }) {
    const { db, now } = work
    if (meeting.cancelledAt) refuse({ kind: 'conflict', message: 'It was cancelled already.' })
    if (meeting.outcome) refuse({ kind: 'conflict', message: 'It was held, and its record stays.' })
    const data = { cancelledAt: now, updatedAt: now, version: { increment: 1 } }
    const row = await db.reviewMeeting.update({ where: { id }, data, include: wholeMeeting })
    await notify(work, {
      kind: 'meeting_cancelled',
      people: meeting.attendees.map(({ personId }) => personId),
      subject: { kind: 'postmortem', id: postmortem.id },
      facts: { startsAt: meeting.startsAt.toISOString(), zone: meeting.zone },
    })
    return { value: presentMeeting(row), events: [happened('postmortem.meeting_cancelled', postmortem.id, { reason })] }
  },
})
