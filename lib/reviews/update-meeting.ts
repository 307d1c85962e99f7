import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { defined } from '#lib/defined.ts'
import { type Happening, happened } from '#lib/events.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { readersNamed } from '#lib/postmortems/readers.ts'
import { refuse } from '#lib/problem.ts'
import { attendeeRows, instantOf, lockMeeting } from './meetings.ts'
import { presentMeeting, wholeMeeting } from './present.ts'
import { MeetingOut, UpdateMeetingInput } from './schema.ts'

/** Before it, its time and people; after it, what came of it. */
export const updateMeeting = command({
  name: 'postmortem.update_meeting',
  summary: 'Changes a review meeting, or records who was there and what came of it.',
  scope: 'postmortems:write',
  input: UpdateMeetingInput,
  output: MeetingOut,
  subject: lockMeeting,
  may: (actor, { postmortem }) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input, subject: { postmortem, meeting } }) {
    const { db, now } = work
    if (meeting.cancelledAt) refuse({ kind: 'conflict', message: 'This meeting was cancelled. Plan another one.' })
    if (meeting.version !== input.version)
      refuse({ kind: 'conflict', message: 'Somebody else changed this meeting meanwhile. Load it again.' })
    const { id, attendees, outcome, notes, minutes, place } = input
    const zone = input.zone ?? meeting.zone
    const startsAt = input.startsAt ? instantOf(input.startsAt, zone) : meeting.startsAt
    const held = outcome !== undefined && outcome !== null && outcome !== meeting.outcome
    if (held && startsAt > now)
      refuse({ kind: 'conflict', message: 'It lies in the future. Record what came of it once it was held.' })
    if (attendees) await replaceAttendees(work, { postmortem, id, attendees })
    await db.reviewMeeting.update({
      where: { id },
      data: {
        zone,
        startsAt,
        updatedAt: now,
        version: { increment: 1 },
        ...defined({ outcome, notes, minutes, place }),
      },
    })
    const moved = startsAt.getTime() !== meeting.startsAt.getTime()
    const people = (attendees ?? meeting.attendees.map(({ personId }) => ({ person: personId }))).map(
      ({ person }) => person,
    )
    const facts = { startsAt: startsAt.toISOString(), zone }
    if (moved && startsAt > now)
      await notify(work, {
        kind: 'meeting_planned',
        people,
        subject: { kind: 'postmortem', id: postmortem.id },
        facts,
      })
    const row = await db.reviewMeeting.findUniqueOrThrow({ where: { id }, include: wholeMeeting })
    return { value: presentMeeting(row), events: [whatHappened(postmortem.id, input, held)] }
  },
})

type Input = z.output<typeof UpdateMeetingInput>

function whatHappened(
  postmortemId: string,
  { number: _, id: __, version: ___, ...given }: Input,
  held: boolean,
): Happening {
  if (held && given.outcome) return happened('postmortem.meeting_held', postmortemId, { outcome: given.outcome })
  return happened('postmortem.meeting_changed', postmortemId, { changed: Object.keys(defined(given)) })
}

type Replaced = {
  postmortem: Awaited<ReturnType<typeof lockMeeting>>['postmortem']
  id: string
  attendees: NonNullable<Input['attendees']>
}

async function replaceAttendees(work: Work, { postmortem, id, attendees }: Replaced): Promise<void> {
  const people = attendees.map(({ person }) => person)
  await readersNamed(work, postmortem, { people, field: 'attendees' })
  await work.db.meetingAttendee.deleteMany({ where: { meetingId: id } })
  await work.db.meetingAttendee.createMany({ data: attendeeRows(id, attendees) })
}
