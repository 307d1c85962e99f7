import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, notFound, refuse } from '#lib/problem.ts'
import { needsEvidence } from './model.ts'
import { getSweep, lockSweep } from './queries.ts'
import { AnswerExposureInput, SweepOut } from './schema.ts'

export const answerExposure = command({
  name: 'sweep.answer',
  summary: 'Answers for one service whether the mechanism could hurt it. The newest answer counts.',
  scope: 'programs:write',
  input: AnswerExposureInput,
  output: SweepOut,
  subject: target,
  may: (actor, { teamId }) => can(actor, 'answer', 'exposure', { teamId }),
  async run(work, { input: { number, service, answer, url, note }, subject }) {
    const { db, now, actor } = work
    if (subject.closed) refuse(conflict('The sweep is closed. Open it again to answer.'))
    if (needsEvidence(answer) && !note && !url)
      refuse(invalid('note', 'Say what shows it, so that somebody else can check.'))
    await db.exposureAnswer.createMany({
      data: {
        id: newId(now),
        targetId: subject.targetId,
        answer,
        url: url ?? '',
        note,
        at: now,
        byId: actor.kind === 'person' ? actor.personId : null,
      },
    })
    return {
      read: () => getSweep(work, number),
      events: [happened('sweep.answered', subject.id, { service, answer, note })],
    }
  },
})

async function target(work: Work, { number, service }: { number: number; service: string }) {
  const { id, closure } = await lockSweep(work, number)
  const found = await work.db.sweepTarget.findFirst({
    where: { sweepId: id, service: { slug: service } },
    select: { id: true, service: { select: { teamId: true } } },
  })
  if (!found) return refuse(notFound)
  return { id, targetId: found.id, teamId: found.service.teamId, closed: closure !== null }
}
