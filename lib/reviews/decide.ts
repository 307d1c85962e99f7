import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all, when } from '#lib/decision.ts'
import { type Happening, happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { mayDecide } from '#lib/postmortems/model.ts'
import { type LockedPostmortem, lockPostmortem, postmortemById } from '#lib/postmortems/queries.ts'
import { PostmortemOut } from '#lib/postmortems/schema.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { sidesOf } from '#lib/review-rules/model.ts'
import { DecideInput } from './schema.ts'

/** A reviewer's answer to the newest request, about exactly the revision they were shown: a verdict, points, the rubric. */
export const decideReview = command({
  name: 'postmortem.decide',
  summary: 'Approves the revision under review, asks for changes point by point, or leaves notes without deciding.',
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
  async run(work, { input, subject: postmortem }) {
    const { db, now, actor } = work
    const [review] = postmortem.reviews
    if (!review || actor.kind !== 'person') return refuse(notFound)
    const mine = { reviewId: review.id, personId: actor.personId }
    await keepRubric(work, mine, input.rubric)
    await raisePoints(work, mine, input.points)
    const { verdict, note } = input
    if (verdict !== 'comment') {
      const person = { role: actor.role, teamIds: Object.keys(actor.teams) }
      const standsFor = sidesOf(person, postmortem.teamId)
      await db.reviewDecision.createMany({
        data: { id: newId(now), ...mine, verdict, note, decidedAt: now, standsFor },
      })
    }
    const { id } = postmortem
    const { state } = await db.postmortem.findUniqueOrThrow({ where: { id }, select: { state: true } })
    await tellLead(work, { postmortem, input, approved: state === 'approved' })
    return { read: () => postmortemById(work, id), events: [whatHappened(postmortem, input)] }
  },
})

type Input = z.output<typeof DecideInput>
type Mine = { reviewId: string; personId: string }

async function keepRubric({ db, now }: Work, mine: Mine, rubric: Input['rubric']): Promise<void> {
  for (const { question, mark, note } of rubric) {
    if (!mark) continue
    await db.rubricAnswer.upsert({
      where: { reviewId_personId_question: { ...mine, question } },
      create: { ...mine, question, mark, note, answeredAt: now },
      update: { mark, note, answeredAt: now },
    })
  }
}

async function raisePoints({ db, now }: Work, mine: Mine, points: Input['points']): Promise<void> {
  if (points.length === 0) return
  await db.reviewPoint.createMany({
    data: points.map(({ section, text }) => ({
      id: newId(now),
      ...mine,
      sectionKey: section || null,
      text,
      raisedAt: now,
    })),
  })
}

const revisionOf = ({ reviews }: LockedPostmortem) => reviews[0]?.revision.ordinal ?? 0

function whatHappened(postmortem: LockedPostmortem, { verdict, note, points, rubric }: Input): Happening {
  const revision = revisionOf(postmortem)
  if (verdict === 'approve') return happened('postmortem.approved', postmortem.id, { revision, note })
  if (verdict === 'ask_for_changes') return happened('postmortem.changes_asked', postmortem.id, { revision, note })
  const answers = rubric.filter(({ mark }) => mark).length
  return happened('postmortem.review_commented', postmortem.id, { revision, points: points.length, answers })
}

async function tellLead(
  work: Work,
  { postmortem, input, approved }: { postmortem: LockedPostmortem; input: Input; approved: boolean },
): Promise<void> {
  const kinds = {
    approve: approved ? 'ready_to_publish' : 'approved',
    ask_for_changes: 'changes_asked',
    comment: 'review_commented',
  } as const
  await notify(work, {
    kind: kinds[input.verdict],
    people: [postmortem.leadId, postmortem.reviews[0]?.requestedById ?? null],
    subject: { kind: 'postmortem', id: postmortem.id },
    facts: { revision: revisionOf(postmortem) },
  })
}
