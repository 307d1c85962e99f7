import { command } from '#lib/command.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { pointState } from './model.ts'
import { presentPoint, wholePoint } from './present.ts'
import { AnswerPointInput, PointOut } from './schema.ts'

/** Authors answer a point; whoever raised it may open it again when the answer does not reach it. */
export const answerPoint = command({
  name: 'postmortem.answer_point',
  summary: 'Answers a point of a reviewer: the text was changed, or stays and why. Its reviewer may open it again.',
  scope: 'postmortems:write',
  input: AnswerPointInput,
  output: PointOut,
  async subject(work, { number, point: id }) {
    const postmortem = await lockPostmortem(work, number)
    const point = await work.db.reviewPoint.findFirst({
      where: { id, review: { postmortemId: postmortem.id } },
      include: { answers: { orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }] } },
    })
    return { postmortem, point: point ?? refuse(notFound) }
  },
  may: (actor, { postmortem, point }, { outcome }) =>
    outcome === 'reopened'
      ? when(
          actor.kind === 'system' || (actor.kind === 'person' && actor.personId === point.personId),
          'Whoever raised the point can open it again.',
        )
      : can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { outcome, text }, subject: { postmortem, point } }) {
    const { db, now, actor } = work
    const open = pointState(point.answers) === 'open'
    if (outcome === 'reopened' && open) refuse({ kind: 'conflict', message: 'It is open already.' })
    const personId = actor.kind === 'person' ? actor.personId : null
    await db.pointAnswer.createMany({
      data: { id: newId(now), pointId: point.id, personId, outcome, text, answeredAt: now },
    })
    await notify(work, {
      kind: 'point_answered',
      people: [outcome === 'reopened' ? postmortem.leadId : point.personId],
      subject: { kind: 'postmortem', id: postmortem.id },
      facts: { outcome },
    })
    const row = await db.reviewPoint.findUniqueOrThrow({ where: { id: point.id }, include: wholePoint })
    return {
      value: presentPoint(row),
      events: [happened('postmortem.point_answered', postmortem.id, { outcome, text })],
    }
  },
})
