import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { readersNamed } from '#lib/postmortems/readers.ts'
import { attendeeRows, instantOf } from './meetings.ts'
import { presentMeeting, wholeMeeting } from './present.ts'
import { MeetingOut, ScheduleMeetingInput } from './schema.ts'

export const scheduleMeeting = command({
  name: 'postmortem.schedule_meeting',
  summary: 'Plans a review meeting, with who comes in which role.',
  scope: 'postmortems:write',
  input: ScheduleMeetingInput,
  output: MeetingOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { startsAt, attendees, minutes, zone, place }, subject: postmortem }) {
    const { db, now, actor } = work
    const people = attendees.map(({ person }) => person)
    await readersNamed(work, postmortem, { people, field: 'attendees' })
    const at = instantOf(startsAt, zone)
    const id = newId(now)
    const createdById = actor.kind === 'person' ? actor.personId : null
    await db.reviewMeeting.createMany({
      data: {
        id,
        postmortemId: postmortem.id,
        startsAt: at,
        minutes,
        zone,
        place,
        createdById,
        createdAt: now,
        updatedAt: now,
      },
    })
    await db.meetingAttendee.createMany({ data: attendeeRows(id, attendees) })
    const facts = { startsAt: at.toISOString(), zone }
    await notify(work, {
      kind: 'meeting_planned',
      people,
      subject: { kind: 'postmortem', id: postmortem.id },
      facts,
    })
    const row = await db.reviewMeeting.findUniqueOrThrow({ where: { id }, include: wholeMeeting })
    return { value: presentMeeting(row), events: [happened('postmortem.meeting_scheduled', postmortem.id, facts)] }
  },
})
