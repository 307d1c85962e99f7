import type { Prisma } from '#prisma/client/client.ts'
import { pointState } from './model.ts'
import { rubric } from './rubric.ts'
import type { MeetingOut, PointOut, RubricOut } from './schema.ts'

const person = { select: { id: true, name: true } } as const

export const wholePoint = {
  person,
  answers: { include: { person }, orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ReviewPointInclude

export function presentPoint(row: Prisma.ReviewPointGetPayload<{ include: typeof wholePoint }>): PointOut {
  return {
    id: row.id,
    person: row.person,
    section: row.sectionKey,
    text: row.text,
    raisedAt: row.raisedAt.toISOString(),
    state: pointState(row.answers),
    answers: row.answers.map(({ person, outcome, text, answeredAt }) => ({
      person,
      outcome,
      text,
      answeredAt: answeredAt.toISOString(),
    })),
  }
}

export const wholeMeeting = {
  attendees: { include: { person }, orderBy: [{ role: 'asc' }, { personId: 'asc' }] },
} satisfies Prisma.ReviewMeetingInclude

export function presentMeeting(row: Prisma.ReviewMeetingGetPayload<{ include: typeof wholeMeeting }>): MeetingOut {
  const { id, minutes, zone, place, outcome, notes, version } = row
  return {
    id,
    minutes,
    zone,
    place,
    outcome,
    notes,
    version,
    startsAt: row.startsAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    attendees: row.attendees.map(({ person, role }) => ({ person, role })),
  }
}

export const answeredRubric = { person } satisfies Prisma.RubricAnswerInclude
type Answered = Prisma.RubricAnswerGetPayload<{ include: typeof answeredRubric }>

/** Every question of this release, with who answered what. */
export function presentRubric(answers: readonly Answered[]): RubricOut[] {
  return rubric.map(({ key, ask }) => ({
    question: key,
    ask,
    answers: answers
      .filter(({ question }) => question === key)
      .map(({ person, mark, note }) => ({ person, mark, note })),
  }))
}
