import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { getSummary } from './queries.ts'
import { AnswerFindingInput, SummaryOut } from './schema.ts'
import { tellWaiting } from './tell-waiting.ts'

export const answerFinding = command({
  name: 'postmortem.answer_summary_finding',
  summary: 'Says why something the check of the customer summary found may stay.',
  scope: 'postmortems:write',
  input: AnswerFindingInput,
  output: SummaryOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { number, finding, reason }, subject: postmortem }) {
    const { db, now, actor } = work
    const { findings } = await getSummary(work, number)
    if (!findings.some(({ key }) => key === finding))
      refuse(invalid('finding', 'The check does not find this any more.'))
    const where = { postmortemId: postmortem.id, finding }
    await db.summaryAnswer.deleteMany({ where })
    const answeredById = actor.kind === 'person' ? actor.personId : null
    await db.summaryAnswer.createMany({ data: { ...where, reason, answeredById, answeredAt: now } })
    await tellWaiting(work, postmortem)
    return {
      read: () => getSummary(work, number),
      events: [happened('postmortem.summary_finding_answered', postmortem.id, { reason })],
    }
  },
})
