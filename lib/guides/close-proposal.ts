import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, notFound, refuse } from '#lib/problem.ts'
import { lockGuide } from './owners.ts'
import { CloseProposalInput, ProposalOut } from './schema.ts'
import { getProposal } from './talk.ts'

export const closeProposal = command({
  name: 'guide.close_proposal',
  summary: 'Closes a proposed change of a guide: merged where its text lives, or declined with the reason.',
  scope: 'guides:write',
  input: CloseProposalInput,
  output: ProposalOut,
  subject: async (work, { guide, number }) => {
    const row = await lockGuide(work, guide)
    const proposal = await work.db.guideProposal.findFirst({
      where: { number, guideId: row.id },
      include: { closing: true },
    })
    return { ...row, proposal: proposal ?? refuse(notFound) }
  },
  may: (actor, guide) => can(actor, 'answer', 'guide', guide),
  async run(work, { input: { guide, number, outcome, reason }, subject: { id, proposal } }) {
    const { db, now, actor } = work
    if (proposal.closing) refuse(conflict('It was closed already.'))
    if (outcome === 'declined' && !reason) refuse(invalid('reason', 'Say why, so that whoever proposed it can learn.'))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.proposalClosing.createMany({ data: { proposalId: proposal.id, outcome, reason, byId, at: now } })
    await notify(work, {
      kind: 'guide_proposal_closed',
      people: [proposal.byId],
      subject: { kind: 'guide', id },
      facts: { proposal: number, outcome },
    })
    return {
      read: () => getProposal(work, guide, number),
      events: [happened('guide.proposal_closed', id, { proposal: number, outcome, reason })],
    }
  },
})
