import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { actorOf } from '#lib/people/model.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import { freeze } from './freeze.ts'
import { mayRequestReview, missingSections } from './model.ts'
import { type LockedPostmortem, lockPostmortem, postmortemById } from './queries.ts'
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
    const sections = await db.section.findMany({ where: { postmortemId: postmortem.id } })
    const missing = missingSections(
      await pinnedTemplate(work, postmortem),
      postmortem.incident?.severity ?? null,
      new Map(sections.map(({ key, body }) => [key, body])),
    )
    if (missing.length > 0) refuse({ kind: 'invalid', fields: missing })
    await refuseUnfitReviewers(work, postmortem, reviewers)
    const revision = await freeze(work, postmortem)
    const id = newId(now)
    const requestedById = actor.kind === 'person' ? actor.personId : null
    await db.review.createMany({
      data: { id, postmortemId: postmortem.id, revisionId: revision.id, requestedById, requestedAt: now },
    })
    await db.reviewer.createMany({ data: reviewers.map((personId) => ({ reviewId: id, personId })) })
    return {
      value: await postmortemById(work, postmortem.id),
      events: [happened('postmortem.review_requested', postmortem.id, { reviewers, revision: revision.ordinal })],
    }
  },
})

/** A reviewer is somebody else than the lead, active, and able to read what they are asked to review. */
async function refuseUnfitReviewers({ db }: Work, postmortem: LockedPostmortem, reviewers: string[]): Promise<void> {
  if (reviewers.includes(postmortem.leadId))
    refuse(invalid('reviewers', 'The lead cannot review their own postmortem; choose somebody else.'))
  const people = await db.person.findMany({
    where: { id: { in: reviewers }, deactivatedAt: null },
    include: { memberships: true },
  })
  if (people.length < reviewers.length) refuse(invalid('reviewers', 'Choose people who are active here.'))
  const grants = await db.grant.findMany({ where: { postmortemId: postmortem.id } })
  const shut = people.find((person) => !can(actorOf(person), 'read', 'postmortem', { ...postmortem, grants }).allowed)
  if (shut) refuse(invalid('reviewers', `${shut.name} cannot read this postmortem. Give them access first.`))
}
