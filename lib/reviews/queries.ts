import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { changedSinceReview } from '#lib/postmortems/changed.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { needsSentence, type Side } from '#lib/review-rules/model.ts'
import { readRulebook } from '#lib/review-rules/queries.ts'
import { answeredRubric, presentMeeting, presentPoint, presentRubric, wholeMeeting, wholePoint } from './present.ts'
import type { MeetingOut, PointOut, ReviewPictureOut } from './schema.ts'

const person = { select: { id: true, name: true } } as const

/** Everything that was said in the newest review, what the rules ask for, and the meetings of all of them. */
export async function getReviewPicture(work: Work, number: number): Promise<ReviewPictureOut> {
  const row = await loadForPolicy(work, number)
  const [latest] = row.reviews
  const rulebook = await readRulebook(work)
  const rule = rulebook.rule(row.incident?.severity ?? null, row.teamId)
  const kept = latest?.approvals != null
  const terms = kept ? { ...rule, approvals: latest.approvals ?? 0, fromEach: latest.fromEach as Side[] } : rule
  const mayCompare = latest !== undefined && can(work.actor, 'edit', 'postmortem', row).allowed
  const reviewId = latest?.id ?? null
  const rubric = reviewId
    ? await work.db.rubricAnswer.findMany({
        where: { reviewId },
        include: answeredRubric,
        orderBy: [{ answeredAt: 'asc' }, { personId: 'asc' }],
      })
    : []
  return {
    needs: needsSentence(terms),
    revision: latest?.revision.ordinal ?? null,
    changedSince: mayCompare ? await changedSinceReview(work, row) : null,
    approvals: reviewId ? await approvalsOf(work, reviewId, latest?.revision.ordinal ?? 0) : [],
    points: await pointsOf(work, row.id),
    rubric: presentRubric(rubric),
    meetings: await meetingsOf(work, row.id),
  }
}

/** The signatures that stand: of each reviewer, the newest word, where it approves. */
async function approvalsOf({ db }: Work, reviewId: string, revision: number): Promise<ReviewPictureOut['approvals']> {
  const decisions = await db.reviewDecision.findMany({
    where: { reviewId },
    include: { person },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  })
  const newest = new Map(decisions.map((decision) => [decision.personId, decision]))
  return [...newest.values()]
    .filter(({ verdict }) => verdict === 'approve')
    .map(({ person, decidedAt, standsFor }) => ({
      person,
      revision,
      standsFor,
      decidedAt: decidedAt.toISOString(),
    }))
}

/** Of all its reviews: a point answered in an earlier one is how the text came to be what it is. */
async function pointsOf({ db }: Work, postmortemId: string): Promise<PointOut[]> {
  const rows = await db.reviewPoint.findMany({
    where: { review: { postmortemId } },
    include: wholePoint,
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
    // Reviews with more than two hundred points in sum are not read point by point any more.
    take: 200,
  })
  return rows.map(presentPoint)
}

async function meetingsOf({ db }: Work, postmortemId: string): Promise<MeetingOut[]> {
  const rows = await db.reviewMeeting.findMany({
    where: { postmortemId },
    include: wholeMeeting,
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return rows.map(presentMeeting)
}

/** One meeting with what an invitation says of its postmortem. */
export async function getMeeting({ db }: Work, { number, id }: { number: number; id: string }) {
  const row = await db.reviewMeeting.findFirst({
    where: { id, postmortem: { number } },
    include: { ...wholeMeeting, postmortem: { select: { title: true, visibility: true } } },
  })
  if (!row) return refuse(notFound)
  const { title, visibility } = row.postmortem
  return { meeting: presentMeeting(row), title: visibility === 'restricted' ? null : title }
}

/** The revision this person last gave a verdict on, before the newest request: what they have not seen is newer. */
export async function lastDecidedRevision({ db, actor }: Work, number: number): Promise<number | null> {
  if (actor.kind !== 'person') return null
  const decision = await db.reviewDecision.findFirst({
    where: { personId: actor.personId, review: { postmortem: { number } } },
    include: { review: { include: { revision: { select: { ordinal: true } } } } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  })
  return decision?.review.revision.ordinal ?? null
}
