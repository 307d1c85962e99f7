import { shippedSettings } from '#lib/digests/model.ts'
import { newId } from '#lib/ids.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { NOW, names, type World } from './world.ts'

type Db = Prisma.TransactionClient

/** The keys of what hangs on each staged postmortem. */
export type Hanging = Record<
  'pointId' | 'answerId' | 'meetingId' | 'summaryId' | 'threadId' | 'commentId' | 'suggestionId',
  string
>
export const hanging = (): Hanging => ({
  pointId: newId(NOW),
  answerId: newId(NOW),
  meetingId: newId(NOW),
  summaryId: newId(NOW),
  threadId: newId(NOW),
  commentId: newId(NOW),
  suggestionId: newId(NOW),
})

type Staged = { id: string; reviewId: string | null; reviewerIds?: readonly string[] | undefined; hanging: Hanging }

/** Points, rubric, a meeting, a customer summary and a supersession, at every postmortem. */
export async function stageHanging(db: Db, cast: World, staged: readonly Staged[]): Promise<void> {
  const { tom } = cast.personIds
  const reviewed = staged.flatMap((row) =>
    row.reviewId ? [{ ...row, reviewId: row.reviewId, by: row.reviewerIds?.[0] ?? tom }] : [],
  )
  await db.reviewPoint.createMany({
    data: reviewed.map(({ reviewId, by, hanging: { pointId } }) => ({
      ...{ id: pointId, reviewId, personId: by, text: 'Say how long.', raisedAt: NOW },
    })),
  })
  await db.pointAnswer.createMany({
    data: reviewed.map(({ hanging: { pointId, answerId } }) => ({
      ...{ id: answerId, pointId, outcome: 'changed' as const, answeredAt: NOW },
    })),
  })
  await db.rubricAnswer.createMany({
    data: reviewed.map(({ reviewId, by }) => ({
      ...{ reviewId, personId: by, question: 'mechanism', mark: 'yes' as const, answeredAt: NOW },
    })),
  })
  await db.reviewMeeting.createMany({
    data: staged.map(({ id, hanging: { meetingId } }) => ({
      ...{ id: meetingId, postmortemId: id, startsAt: NOW, minutes: 30, zone: 'UTC', createdAt: NOW, updatedAt: NOW },
    })),
  })
  await db.meetingAttendee.createMany({
    data: staged.map(({ hanging: { meetingId } }) => ({ meetingId, personId: tom, role: 'guest' as const })),
  })
  await db.summaryRevision.createMany({
    data: staged.map(({ id, hanging: { summaryId } }) => ({
      ...{
        id: summaryId,
        postmortemId: id,
        ordinal: 1,
        title: 'Staged',
        body: 'Some requests failed.',
        createdAt: NOW,
      },
    })),
  })
  await db.summaryApproval.createMany({
    data: staged.map(({ hanging: { summaryId } }) => ({ revisionId: summaryId, approvedAt: NOW })),
  })
  await db.summaryAnswer.createMany({
    data: staged.map(({ id }) => ({ postmortemId: id, finding: 'person tom', reason: 'A town.', answeredAt: NOW })),
  })
  await db.hintDismissal.createMany({
    data: staged.map(({ id }) => ({
      ...{ id: newId(NOW), postmortemId: id, section: 'title', rule: 'human-error', mark: '0123456789abcdef' },
      dismissedAt: NOW,
    })),
  })
  await db.hintException.createMany({
    data: { id: newId(NOW), rule: 'simply', phrase: 'simply', reason: 'Our own word.', addedAt: NOW },
    skipDuplicates: true,
  })
  await db.supersession.createMany({
    data: staged.slice(1).map(({ id }, index) => ({
      ...{ postmortemId: id, byId: staged[index]?.id ?? '', reason: 'Told again.', supersededAt: NOW },
    })),
  })
}

/** Everybody was told of every record, and of something about themselves. */
export async function stageInboxes(
  db: Db,
  cast: World,
  records: { kind: string; rows: readonly { id: string }[] }[],
): Promise<void> {
  const told = (personId: string, subjectKind: string, subjectId: string) => ({
    ...{ id: newId(NOW), personId, kind: 'review_requested', subjectKind, subjectId, key: subjectId },
    ...{ data: {}, createdAt: NOW },
  })
  await db.notification.createMany({
    data: names.flatMap((name) => {
      const me = cast.personIds[name]
      return [told(me, 'person', me), ...records.flatMap(({ kind, rows }) => rows.map(({ id }) => told(me, kind, id)))]
    }),
  })
  const people = names.map((name) => ({ personId: cast.personIds[name] }))
  await db.mailSettings.createMany({ data: people.map((person) => ({ ...person, ...shippedSettings })) })
  await db.digest.createMany({
    data: people.map((person) => ({ ...person, id: newId(NOW), day: NOW, createdAt: NOW })),
  })
  const watched = records.flatMap(({ kind, rows }) =>
    rows.slice(0, 3).map(({ id }) => ({ subjectKind: kind, subjectId: id })),
  )
  await db.watcher.createMany({
    data: people.flatMap((person) => watched.map((record) => ({ ...person, ...record, since: NOW }))),
  })
}
