import { completed } from '#lib/action-items/accept.ts'
import { assign } from '#lib/action-items/hand-over.ts'
import { mayAnswer } from '#lib/action-items/model.ts'
import { actionItemById, lockActionItem } from '#lib/action-items/queries.ts'
import { ActionItemOut } from '#lib/action-items/schema.ts'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, notFound, refuse } from '#lib/problem.ts'
import { milestoneIn } from './assign-item.ts'
import { me } from './parts.ts'
import { AnswerHandoverInput } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const answerHandover = command({
  name: 'action_item.answer_handover',
  summary: 'Takes in an action item that was handed to a program, or gives it back with a reason.',
  scope: 'action-items:write',
  input: AnswerHandoverInput,
  output: ActionItemOut,
  subject: async (work, { number }) => {
    const item = await lockActionItem(work, number)
    return { item, program: item.programId ? await programOf(work, item.programId) : null }
  },
  may: (actor, { program }) =>
    program ? can(actor, 'edit', 'program', program) : when(false, 'It does not wait for the answer of a program.'),
  async run(work, { input, subject: { item, program } }) {
    const { db, now } = work
    const { accept, reason } = input
    const decision = mayAnswer(item)
    if (!program || !decision.allowed) refuse(conflict(decision.allowed ? 'It is in no program.' : decision.reason))
    if (!accept && !reason) refuse(invalid('reason', 'Say why the program does not take it in.'))
    const to = accept ? 'accepted' : 'proposed'
    if (accept) await completed(work, item, input)
    const chosen = accept && input.milestone ? await milestoneIn(work, program.id, input.milestone) : null
    if (!accept) await assign(work, item.id, { programId: null, milestoneId: null, reason })
    if (chosen) await assign(work, item.id, { programId: program.id, milestoneId: chosen.id, reason })
    await db.commitment.createMany({
      data: { id: newId(now), actionItemId: item.id, kind: to, reason, byId: me(work), at: now },
    })
    await notify(work, {
      kind: 'handover_answered',
      people: [await handedBy(work, item.id), item.ownerId],
      subject: { kind: 'action_item', id: item.id },
      facts: { program: program.number, name: program.name, accepted: accept },
    })
    return {
      read: () => actionItemById(work, item.id),
      events: [happened('action_item.decided', item.id, { from: 'handed', to, reason })],
    }
  },
})

async function programOf(work: Work, id: string) {
  const row = await work.db.program.findUnique({ where: { id }, select: { number: true } })
  return row ? lockProgram(work, row.number) : refuse(notFound)
}

async function handedBy({ db }: Work, actionItemId: string): Promise<string | null> {
  const row = await db.commitment.findFirst({
    where: { actionItemId, kind: 'handed' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return row?.byId ?? null
}
