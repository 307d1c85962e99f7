import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayApprove } from './model.ts'
import { findingsOf, getSummary } from './queries.ts'
import { ApproveSummaryInput, SummaryOut } from './schema.ts'

/** Somebody other than its writer lets exactly this revision out. */
export const approveSummary = command({
  name: 'postmortem.approve_summary',
  summary: 'Approves a revision of the customer summary; it may leave from then on.',
  scope: 'postmortems:write',
  input: ApproveSummaryInput,
  output: SummaryOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'approveSummary', 'postmortem', postmortem),
  async run(work, { input: { number, revision, note }, subject: postmortem }) {
    const { db, now, actor } = work
    const newest = await db.summaryRevision.findFirst({
      where: { postmortemId: postmortem.id },
      include: { approval: true },
      orderBy: { ordinal: 'desc' },
    })
    if (!newest) return refuse(notFound)
    if (newest.ordinal !== revision)
      refuse({ kind: 'conflict', message: `Revision ${newest.ordinal} was written meanwhile. Read it first.` })
    const approvedById = actor.kind === 'person' ? actor.personId : null
    const decision = mayApprove({
      findings: await findingsOf(work, postmortem.id, `${newest.title}\n\n${newest.body}`),
      byWriter: approvedById !== null && newest.createdById === approvedById,
      approved: newest.approval !== null,
    })
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    await db.summaryApproval.createMany({ data: { revisionId: newest.id, approvedById, approvedAt: now, note } })
    await notify(work, {
      kind: 'summary_approved',
      people: [newest.createdById, postmortem.leadId],
      subject: { kind: 'postmortem', id: postmortem.id },
      facts: { revision },
    })
    return {
      read: () => getSummary(work, number),
      events: [happened('postmortem.summary_approved', postmortem.id, { revision, note })],
    }
  },
})
