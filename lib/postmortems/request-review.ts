import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { needsSentence, type Rule, sidesOf, unmetBy } from '#lib/review-rules/model.ts'
import { readRulebook } from '#lib/review-rules/queries.ts'
import { heldBack } from './completeness.ts'
import { freeze, workingContent } from './freeze.ts'
import { mayRequestReview } from './model.ts'
import { pictureOf } from './picture.ts'
import { type LockedPostmortem, lockPostmortem, postmortemById } from './queries.ts'
import { readersNamed } from './readers.ts'
import { PostmortemOut, RequestReviewInput } from './schema.ts'

export const requestReview = command({
  name: 'postmortem.request_review',
  summary: 'Freezes the text and asks named people to review it.',
  scope: 'postmortems:write',
  input: RequestReviewInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => all(can(actor, 'edit', 'postmortem', postmortem), mayRequestReview(postmortem.state)),
  async run(work, { input, subject: postmortem }) {
    const { db, now, actor } = work
    const reviewers = [...new Set(input.reviewers)]
    const [content, rulebook] = await Promise.all([workingContent(work, postmortem), readRulebook(work)])
    const missing = heldBack('review', await pictureOf(work, postmortem, content.sections))
    if (missing.length > 0) refuse({ kind: 'invalid', fields: missing })
    const rule = rulebook.rule(postmortem.incident?.severity ?? null, postmortem.teamId)
    await fitReviewers(work, postmortem, reviewers, rule)
    await refuseUnanswered(work, postmortem)
    const revision = await freeze(work, postmortem, { content })
    const id = newId(now)
    const requestedById = actor.kind === 'person' ? actor.personId : null
    await db.review.createMany({
      data: {
        id,
        postmortemId: postmortem.id,
        revisionId: revision.id,
        requestedById,
        requestedAt: now,
        // A reviewer who was asked although the rule needs none still has a word.
        approvals: Math.max(1, rule.approvals),
        fromEach: rule.fromEach,
      },
    })
    await db.reviewer.createMany({ data: reviewers.map((personId) => ({ reviewId: id, personId })) })
    await notify(work, {
      kind: 'review_requested',
      people: reviewers,
      subject: { kind: 'postmortem', id: postmortem.id },
      facts: { revision: revision.ordinal },
    })
    return {
      read: () => postmortemById(work, postmortem.id),
      events: [happened('postmortem.review_requested', postmortem.id, { reviewers, revision: revision.ordinal })],
    }
  },
})

/** A reviewer is somebody else than the lead, active, and able to read what they are asked to review. */
async function fitReviewers(work: Work, postmortem: LockedPostmortem, reviewers: string[], rule: Rule): Promise<void> {
  if (reviewers.includes(postmortem.leadId))
    refuse(invalid('reviewers', 'The lead cannot review their own postmortem; choose somebody else.'))
  const people = await readersNamed(work, postmortem, { people: reviewers, field: 'reviewers' })
  const asked = people.map(({ role, memberships }) =>
    sidesOf({ role, teamIds: memberships.map(({ teamId }) => teamId) }, postmortem.teamId),
  )
  const unmet = unmetBy(rule, asked)
  if (unmet) refuse(invalid('reviewers', `${needsSentence(rule)} ${unmet}`))
}

/** Asking again while a reviewer still waits for an answer would make them say it twice. */
async function refuseUnanswered({ db }: Work, { reviews: [latest] }: LockedPostmortem): Promise<void> {
  if (!latest) return
  const points = await db.reviewPoint.findMany({
    where: { reviewId: latest.id },
    include: { answers: { orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }] } },
  })
  const open = points.filter(({ answers }) => (answers.at(-1)?.outcome ?? 'reopened') === 'reopened').length
  if (open === 0) return
  const said = open === 1 ? 'One point of the last review waits' : `${open} points of the last review wait`
  refuse({ kind: 'conflict', message: `${said} for an answer. Answer first, then ask again.` })
}
