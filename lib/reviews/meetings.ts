import type { Work } from '#lib/context.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { type Moment, settle } from '#lib/wall-clock.ts'
import type { MeetingRole } from '#prisma/client/enums.ts'

/** The meeting and its postmortem, locked; one of another postmortem is none. */
export async function lockMeeting(work: Work, { number, id }: { number: number; id: string }) {
  const postmortem = await lockPostmortem(work, number)
  const meeting = await work.db.reviewMeeting.findFirst({
    where: { id, postmortemId: postmortem.id },
    include: { attendees: true },
  })
  return { postmortem, meeting: meeting ?? refuse(notFound) }
}

/** A clock on the wall shows some minutes twice and some never; both are said rather than guessed. */
export function instantOf(moment: Moment, zone: string): Date {
  const settled = settle(moment, zone)
  return 'at' in settled ? settled.at : refuse(invalid('startsAt', settled.problem))
}

type Attendee = { person: string; role: MeetingRole }

/** Somebody named twice comes once, in the last role given. */
export const attendeeRows = (meetingId: string, attendees: readonly Attendee[]) =>
  [...new Map(attendees.map(({ person, role }) => [person, role]))].map(([personId, role]) => ({
    meetingId,
    personId,
    role,
  }))
