import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { PostmortemOut, WithdrawSupersessionInput } from './schema.ts'

export const withdrawSupersession = command({
  name: 'postmortem.withdraw_supersession',
  summary: 'Says that a superseded postmortem tells its story again.',
  scope: 'postmortems:write',
  input: WithdrawSupersessionInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'publish', 'postmortem', postmortem),
  async run(work, { input: { reason }, subject: postmortem }) {
    const { count } = await work.db.supersession.deleteMany({ where: { postmortemId: postmortem.id } })
    if (count === 0) refuse({ kind: 'conflict', message: 'No other postmortem supersedes it.' })
    return {
      read: () => postmortemById(work, postmortem.id),
      events: [happened('postmortem.supersession_withdrawn', postmortem.id, { reason })],
    }
  },
})
