import { assign } from '#lib/action-items/hand-over.ts'
import { mayBeAssigned } from '#lib/action-items/model.ts'
import { actionItemById, lockActionItem } from '#lib/action-items/queries.ts'
import { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Actor } from '#lib/actor.ts'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all, allow, type Decision } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { mayChange } from './model.ts'
import { AssignItemInput } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

/**
 * Whoever leads the program decides what is in it, and whoever may change the item can take it out again. What is only
 * proposed is handed over instead, so that the lead is asked.
 */
export const assignItem = command({
  name: 'action_item.assign',
  summary: 'Puts an accepted action item into a program and one of its milestones, or takes it out.',
  scope: 'action-items:write',
  input: AssignItemInput,
  output: ActionItemOut,
  subject: async (work, { number, program }) => ({
    item: await lockActionItem(work, number),
    program: program ? await lockProgram(work, program) : null,
  }),
  may: (actor, { item, program }) => mayAssign(actor, { item, program }),
  async run(work, { input: { milestone, reason }, subject: { item, program } }) {
    const decision = all(mayBeAssigned(item, program !== null), program ? mayChange(program) : allow)
    if (!decision.allowed) refuse(conflict(decision.reason))
    const chosen = program && milestone ? await milestoneIn(work, program.id, milestone) : null
    await assign(work, item.id, { programId: program?.id ?? null, milestoneId: chosen?.id ?? null, reason })
    const told = { program: program?.number ?? null, name: program?.name ?? '', milestone: chosen?.title ?? '', reason }
    return {
      read: () => actionItemById(work, item.id),
      events: [happened('action_item.assigned', item.id, told)],
    }
  },
})

type Given = {
  item: Parameters<typeof can<'actionItem'>>[3]
  program: Parameters<typeof can<'program'>>[3] | null
}

const mayAssign = (actor: Actor, { item, program }: Given): Decision =>
  program ? can(actor, 'edit', 'program', program) : can(actor, 'edit', 'actionItem', item)

export async function milestoneIn({ db }: Work, programId: string, id: string) {
  const row = await db.milestone.findFirst({ where: { id, programId }, select: { id: true, title: true } })
  return row ?? refuse(invalid('milestone', 'Choose a milestone of this program.'))
}
