import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayDecide } from './model.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { DecideInput, PostmortemOut } from './schema.ts'

/** A reviewer's answer to the newest request, about exactly the revision they were shown. */
export const decideReview = command({
  name: 'postmortem.decide',
  summary: 'Approves the revision under review, or asks for changes.',
  scope: 'postmortems:write',
  input: DecideInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) =>
    all(
      mayDecide(postmortem.state),
      can(actor, 'review', 'postmortem', postmortem),
      when(
        actor.kind === 'system' ||
          postmortem.reviews[0]?.reviewers.some(
            ({ personId }) => actor.kind === 'person' && personId === actor.personId,
          ) === true,
        'You were not asked to review the newest text.',
      ),
    ),
  async run(work, { input: { verdict, note }, subject: postmortem }) {
    const { db, now, actor } = work
    const [review] = postmortem.reviews
    if (!review || actor.kind !== 'person') return refuse(notFound)
    await db.reviewDecision.createMany({
      data: { id: newId(now), reviewId: review.id, personId: actor.personId, verdict, note, decidedAt: now },
    })
    const what = { revision: review.revision.ordinal, note }
    return {
      value: await postmortemById(work, postmortem.id),
      events: [
        verdict === 'approve'
          ? happened('postmortem.approved', postmortem.id, what)
          : happened('postmortem.changes_asked', postmortem.id, what),
      ],
    }
  },
})
