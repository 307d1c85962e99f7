import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { NOTE_MAX, optionalLine, prose, TITLE_MAX } from '#lib/text.ts'
import { MomentText, Zone } from '#lib/time.ts'
import { meetingOutcomes, meetingRoles, pointStates } from './model.ts'
import { marks, questions } from './rubric.ts'

const Note = prose({ what: 'The note', max: NOTE_MAX })
const SectionKey = z.string().max(40, 'There is no such section.')
const Marked = z.enum(Object.keys(marks) as [keyof typeof marks], 'Answer with yes, not yet or not applicable.')

const RubricInput = z.strictObject({
  question: z.enum(questions as [(typeof questions)[number]], 'The rubric has no such question.'),
  /** Left open where the reviewer has not come to it. */
  mark: Marked.nullish(),
  note: prose({ what: 'The note', max: 500 }).default(''),
})

export const DecideInput = z
  .strictObject({
    number: PublicNumber,
    verdict: z.enum(['approve', 'ask_for_changes', 'comment'], 'Approve it, ask for changes, or only leave notes.'),
    note: Note.default(''),
    // Twenty at once: a reviewer with more is better served by a meeting.
    points: z
      .array(
        z.strictObject({
          /** The key of the section it is about; without it, the whole. */
          section: SectionKey.nullish(),
          text: prose({ what: 'The point', max: NOTE_MAX }).refine((text) => text.trim(), 'Say what should change.'),
        }),
      )
      .max(20, 'Raise at most 20 points at once.')
      .default([]),
    rubric: z.array(RubricInput).max(questions.length).default([]),
  })
  .refine(({ verdict, note, points }) => verdict !== 'ask_for_changes' || note.trim() || points.length > 0, {
    path: ['note'],
    message: 'Say what should change, so that the lead can act on it.',
  })

export const AnswerPointInput = z
  .strictObject({
    number: PublicNumber,
    point: Id,
    outcome: z.enum(['changed', 'kept', 'reopened'], 'Say what became of it.'),
    text: prose({ what: 'The answer', max: NOTE_MAX }).default(''),
  })
  .refine(({ outcome, text }) => outcome === 'changed' || text.trim(), {
    path: ['text'],
    message: 'Say why, so that the other side can follow.',
  })

const Role = z.enum(Object.keys(meetingRoles) as [keyof typeof meetingRoles], 'Choose a part in the meeting.')
const Attendees = z
  .array(z.strictObject({ person: Id, role: Role.default('guest') }))
  .max(60, 'Name at most 60 people.')
const Minutes = z.coerce
  .number('Say how many minutes it takes.')
  .int()
  .min(5, 'A meeting takes at least 5 minutes.')
  .max(480, 'A meeting takes at most 8 hours.')
const Place = optionalLine({ what: 'The place', max: TITLE_MAX })
const Notes = prose({ what: 'The notes', max: 20_000 })

export const ScheduleMeetingInput = z.strictObject({
  number: PublicNumber,
  startsAt: MomentText,
  minutes: Minutes.default(60),
  /** Where the clock is read that `startsAt` shows, and what the invitation names. */
  zone: Zone,
  place: Place.default(''),
  attendees: Attendees.default([]),
})

export const UpdateMeetingInput = z.strictObject({
  number: PublicNumber,
  id: Id,
  version: z.coerce.number('The version is missing; load the meeting again.').int(),
  startsAt: MomentText.optional(),
  minutes: Minutes.optional(),
  zone: Zone.optional(),
  place: Place.optional(),
  attendees: Attendees.optional(),
  outcome: z.enum(Object.keys(meetingOutcomes) as [keyof typeof meetingOutcomes], 'Say what came of it.').nullish(),
  notes: Notes.optional(),
})

export const CancelMeetingInput = z.strictObject({
  number: PublicNumber,
  id: Id,
  reason: Note.refine((reason) => reason.trim(), 'Say why; those invited see it.'),
})

const Person = z.strictObject({ id: z.string(), name: z.string() })

export const PointOut = z.strictObject({
  id: z.string(),
  person: Person,
  section: z.string().nullable(),
  text: z.string(),
  raisedAt: z.string(),
  state: z.enum(Object.keys(pointStates) as [keyof typeof pointStates]),
  answers: z.array(
    z.strictObject({
      person: Person.nullable(),
      outcome: z.enum(['changed', 'kept', 'reopened']),
      text: z.string(),
      answeredAt: z.string(),
    }),
  ),
})
export type PointOut = z.output<typeof PointOut>

export const RubricOut = z.strictObject({
  question: z.string(),
  ask: z.string(),
  answers: z.array(z.strictObject({ person: Person, mark: Marked, note: z.string() })),
})
export type RubricOut = z.output<typeof RubricOut>

export const MeetingOut = z.strictObject({
  id: z.string(),
  startsAt: z.string(),
  minutes: z.number(),
  zone: z.string(),
  place: z.string(),
  outcome: z.enum(Object.keys(meetingOutcomes) as [keyof typeof meetingOutcomes]).nullable(),
  notes: z.string(),
  version: z.number(),
  cancelledAt: z.string().nullable(),
  attendees: z.array(z.strictObject({ person: Person, role: Role })),
})
export type MeetingOut = z.output<typeof MeetingOut>

export const GetReviewInput = z.strictObject({ number: PublicNumber })

export const ReviewPictureOut = z.strictObject({
  /** What approval takes, in words, with why. */
  needs: z.string(),
  revision: z.number().nullable(),
  /** Whether the working text is no longer what reviewers were shown; null for those who may not see it. */
  changedSince: z.boolean().nullable(),
  approvals: z.array(
    z.strictObject({ person: Person, revision: z.number(), decidedAt: z.string(), standsFor: z.array(z.string()) }),
  ),
  points: z.array(PointOut),
  rubric: z.array(RubricOut),
  meetings: z.array(MeetingOut),
})
export type ReviewPictureOut = z.output<typeof ReviewPictureOut>
